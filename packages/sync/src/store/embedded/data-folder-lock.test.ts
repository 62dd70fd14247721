import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockDataFolder } from "./data-folder-lock.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guichet-lock-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What this process writes of itself. */
async function ownNote(): Promise<object> {
  const lock = await lockDataFolder(folder);
  const [file = ""] = await readdir(folder);
  const note = JSON.parse(await readFile(join(folder, file), "utf8")) as object;
  await lock.release();
  return note;
}

const leave = (number: number, note: object): Promise<void> =>
  writeFile(join(folder, `owner.${number}`), JSON.stringify(note));

describe("the lock of a data folder", () => {
  it("is one process's until it is released", async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: "data-folder-in-use" });
    await lock.release();
    await (await lockDataFolder(folder)).release();
  });

  it("is taken over from a process that has ended", async () => {
    await leave(9, { ...(await ownNote()), pid: 2 ** 22 + 1 });
    await lockDataFolder(folder);
    expect(await readdir(folder)).toEqual(["owner.10"]);
  });

  it("is taken over where another process has got the number since", async () => {
    await leave(9, { ...(await ownNote()), startedAt: "1" });
    await lockDataFolder(folder);
  });

  it("is taken over when the machine was started again since", async () => {
    await leave(9, { ...(await ownNote()), boot: "another" });
    await lockDataFolder(folder);
  });

  it("is not taken over from a machine that cannot be seen, and says what to remove", async () => {
    await leave(9, { ...(await ownNote()), boot: "another", host: `not-${hostname()}` });
    await expect(lockDataFolder(folder)).rejects.toThrow(/owner\.9/);
  });

  it("goes to one of many who take it over at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      await leave(100 * (round + 1), { ...(await ownNote()), pid: 2 ** 22 + 1 });
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
      const taken = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(taken).toHaveLength(1);
      await taken[0]?.release();
    }
  });
});
