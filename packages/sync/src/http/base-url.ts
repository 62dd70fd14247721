import { isIP } from "node:net";
import { GuichetError, problemAt } from "@guichet/rules";
import { isLoopbackAddress, isPublicAddress } from "./public-address.js";

export interface BaseUrlOptions {
  /** What the platform is called in errors. */
  readonly platform: string;
  /** An absolute URL; https, unless it is this machine and loopback is asked for. */
  readonly baseUrl: string;
  /** For simulators and tests: this machine may be asked, over http too. */
  readonly allowLoopback?: boolean | undefined;
}

/**
 * Reads where a platform is.
 *
 * Errors: `base-url-refused`.
 */
export function readBaseUrl({ platform, baseUrl, allowLoopback = false }: BaseUrlOptions): URL {
  const refuse = (what: string, todo: string) =>
    new GuichetError("base-url-refused", [
      problemAt("base-url-refused", `${platform}, base URL`, what, todo),
    ]);

  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined) throw refuse("not an absolute URL", 'write it as "https://host/path"');
  const host = hostOf(url);
  const local = host === "localhost" || isLoopbackAddress(host);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local && allowLoopback))
    throw refuse("not https", local ? "set allowLoopback, or use https" : "use https");
  if (url.username !== "" || url.password !== "")
    throw refuse("it holds a user name or a password", "give credentials in their own option");
  if (url.search !== "" || url.hash !== "") throw refuse("it holds a query or a fragment", "leave them out");
  if (isIP(host) !== 0 && !isAllowedAddress(host, url, allowLoopback))
    throw refuse("its address is not public", "use the public name of the platform");
  return url;
}

/** The name or address of the server, an IPv6 address without its brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Whether a server may be asked at an address: a public one, over https; this machine where that is allowed. */
export function isAllowedAddress(address: string, base: URL, allowLoopback: boolean): boolean {
  return isLoopbackAddress(address) ? allowLoopback : base.protocol === "https:" && isPublicAddress(address);
}
