export type { GuichetConfig } from "./sync/sync-config.js";
