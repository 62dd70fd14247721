import { GuichetError, problemAt } from "@guichet/rules";

/**
 * The URL of something under a base URL. Each part is one segment, whatever it holds: an id is not a path.
 *
 * Errors: `path-refused` for a part that is empty, `.` or `..`.
 */
export function urlUnder(
  baseUrl: string,
  parts: readonly string[],
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): URL {
  const url = new URL(baseUrl);
  if (parts.some((part) => /^\.{0,2}$|\p{Surrogate}/u.test(part)))
    throw new GuichetError("path-refused", [
      problemAt(
        "path-refused",
        url.origin,
        "a part of a path is not a name",
        "check the id it was made from",
      ),
    ]);
  url.pathname = [url.pathname.replace(/\/$/, ""), ...parts.map(encodeURIComponent)].join("/");
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
