/** What `fetch` rejects with when a connection fails: a `TypeError`, whose cause has the code of the system. */
export function connectionLost(code: "ECONNREFUSED" | "ECONNRESET"): TypeError {
  const cause = Object.assign(new Error(code), { code });
  return new TypeError("fetch failed", { cause });
}
