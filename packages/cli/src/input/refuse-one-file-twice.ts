import { statSync } from "node:fs";
import { resolve } from "node:path";
import { usageRefusal } from "../refusal.js";

/** Writing to what is read, or twice to one file, would lose cases. Errors: `usage-refused` with `one-file-twice`. */
export function refuseOneFileTwice(named: readonly (string | undefined)[]): void {
  const files = named.filter((path) => path !== undefined);
  const places = files.map(placeOf);
  const twice = files.find(
    (_, index) => places[index] !== undefined && places.indexOf(places[index]) !== index,
  );
  if (twice !== undefined) {
    throw usageRefusal("one-file-twice", twice, "it is named twice", "name a file of its own for each");
  }
}

/** What tells one file from another, whatever it is called; devices may be named as often as one likes. */
function placeOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return resolve(path);
  return stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
}
