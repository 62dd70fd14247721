export type { Capabilities } from "./platform/capabilities.js";
export type { Feed, FeedItem, FeedPage } from "./platform/feed.js";
export type { Found, Intent, Outlet, RemoteVersion, Sent } from "./platform/outlet.js";
export type { Clock, Fetch, Random, Surroundings } from "./surroundings.js";
