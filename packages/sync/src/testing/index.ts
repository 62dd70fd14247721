export {
  outletUnderTest,
  type AdapterUnderTest,
  type FeedUnderTest,
  type IntentParts,
  type IntentUnderTest,
  type OutletParts,
  type OutletUnderTest,
  type RecordOfTruth,
  type Setting,
  type Stage,
} from "./adapter-contract/adapter-under-test.js";
export { adapterContract, type ContractCheck } from "./adapter-contract/adapter-contract.js";
export { canaries, type Canaries } from "./canaries.js";
export { expectNoCanary } from "./expect-no-canary.js";
export { freePort } from "../store/embedded/free-port.js";
export { failNth, ProcessEnded, type Failure, type Faults } from "./fail-nth.js";
export { openTestStore, testKeys, type TestStore, type TestStoreOptions } from "./open-test-store.js";
export { seededRandom } from "./seeded-random.js";
export { stopTestServers, testServer, type TestServer } from "./test-server.js";
export {
  openHistoryDatabase,
  type HistoryDatabase,
  type Row,
  type RowChange,
} from "./histories/history-database.js";
export { rewriteStatements } from "./histories/rewrite-statements.js";
export { startProcess, type ProcessOptions, type SimulatedProcess } from "./histories/simulated-process.js";
export { Turns, type Fate, type Step } from "./histories/turns.js";
