export { canaries, type Canaries } from "./canaries.js";
export { expectNoCanary } from "./expect-no-canary.js";
export { failNth, ProcessEnded, type Failure, type Faults } from "./fail-nth.js";
export { openTestStore, testKeys, type TestStore, type TestStoreOptions } from "./open-test-store.js";
export { seededRandom } from "./seeded-random.js";
export { steppingClock, type SteppingClock } from "./stepping-clock.js";
export { stopTestServers, testServer, type TestServer } from "./test-server.js";
