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
export { databaseOfFile, type FileHooks } from "./histories/database-of-file.js";
export { Draws } from "./histories/draws.js";
export { Fates, isAny, isAsked, isCommit, isRequest, type Misfortune } from "./histories/fates.js";
export { inWords } from "./histories/figures.js";
export {
  openHistoryDatabase,
  type HistoryDatabase,
  type Row,
  type RowChange,
} from "./histories/history-database.js";
export type { BrokenPromise, HistoryReport } from "./histories/history-report.js";
export { reportHistory, type HistoryToReport } from "./histories/report-history.js";
export { HistoryWatch, type Acknowledged, type RowsSeen } from "./histories/history-watch.js";
export { InvariantBroken, type Invariant } from "./histories/invariant.js";
export { decided } from "./histories/invariants/decided.js";
export { everythingEnds } from "./histories/invariants/everything-ends.js";
export { newerStays } from "./histories/invariants/newer-stays.js";
export { nothingLost } from "./histories/invariants/nothing-lost.js";
export { oneWorker } from "./histories/invariants/one-worker.js";
export { rewriteStatements } from "./histories/rewrite-statements.js";
export { startProcess, type ProcessOptions, type SimulatedProcess } from "./histories/simulated-process.js";
export { HistoryStage, type HistoryStageOptions } from "./histories/history-stage.js";
export { Turns, type Fate, type Step } from "./histories/turns.js";
