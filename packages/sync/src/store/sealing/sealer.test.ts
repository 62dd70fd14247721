import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it, onTestFinished } from "vitest";
import { keysInFile, makeKeyFile } from "./key-file.js";
import { sealerOf } from "./sealer.js";

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const old = { current: "a", keys: { a: key(1) } };
const rotated = { current: "b", keys: { a: key(1), b: key(2) } };

describe("a sealed content", () => {
  test.prop([fc.string({ unit: "binary" }), fc.string()])(
    "opens to what it was, in its place",
    (content, place) => {
      const sealer = sealerOf(old);
      expect(sealer.open(sealer.seal(content, place), place)).toBe(content);
    },
  );

  it("is never the same twice, and shows nothing of what is in it", () => {
    const sealer = sealerOf(old);
    const [one, two] = [sealer.seal("Anna Invented", "p"), sealer.seal("Anna Invented", "p")];
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(false);
    expect(Buffer.from(one.bytes).includes("Anna")).toBe(false);
  });

  it("does not open elsewhere, altered by a bit, cut short, or with another key", () => {
    const sealer = sealerOf(old);
    const { keyId, bytes } = sealer.seal("content", "place");
    const broken = { code: "seal-broken" };
    const opening = (sealed: Uint8Array, place = "place", by = sealer) => {
      return () => by.open({ keyId, bytes: sealed }, place);
    };
    expect(opening(bytes, "elsewhere")).toThrow(expect.objectContaining(broken));
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Uint8Array.from(bytes, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(opening(altered)).toThrow(expect.objectContaining(broken));
      expect(opening(bytes.subarray(0, index))).toThrow(expect.objectContaining(broken));
    }
    expect(opening(bytes, "place", sealerOf({ current: "a", keys: { a: key(3) } }))).toThrow(
      expect.objectContaining(broken),
    );
  });

  it("opens after the keys were rotated, until its key is dropped", () => {
    const sealed = sealerOf(old).seal("content", "place");
    expect(sealerOf(rotated).open(sealed, "place")).toBe("content");
    expect(sealerOf(rotated).seal("content", "place").keyId).toBe("b");
    const dropped = sealerOf({ current: "b", keys: { b: key(2) } });
    expect(() => dropped.open(sealed, "place")).toThrow(expect.objectContaining({ code: "key-unknown" }));
  });

  it("has a digest that tells the same from another, also after the keys were rotated", () => {
    const digest = sealerOf(old).digest("content", "place");
    const sealer = sealerOf(rotated);
    expect(sealer.isDigestOf(digest, "content", "place")).toBe(true);
    expect(sealer.isDigestOf(digest, "other", "place")).toBe(false);
    expect(sealer.isDigestOf(digest, "content", "elsewhere")).toBe(false);
  });

  it.each([
    [{ current: "b", keys: { a: key(1) } }],
    [{ current: "a", keys: { a: new Uint8Array(31) } }],
    [{ current: "a b", keys: { "a b": key(1) } }],
  ])("is refused keys that cannot be used", (keys) => {
    expect(() => sealerOf(keys)).toThrow(expect.objectContaining({ code: "keys-refused" }));
  });
});

describe("a file of keys", () => {
  it("is made once, only for its owner, and is the same from then on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guichet-keys-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, "keys");
    const made = await Promise.all(Array.from({ length: 5 }, () => makeKeyFile(path)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["keys"]);
    const before = await readFile(path, "utf8");
    expect(await makeKeyFile(path)).toBe(false);
    const keys = await keysInFile(path);
    expect(sealerOf(keys).seal("content", "place").keyId).toBe(keys.current);
    expect(await readFile(path, "utf8")).toBe(before);
    await writeFile(path, "{ torn");
    await expect(keysInFile(path)).rejects.toMatchObject({ code: "keys-refused" });
  });

  it("is never made by reading it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guichet-keys-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await expect(keysInFile(join(folder, "keys"))).rejects.toMatchObject({ code: "keys-missing" });
    expect(await readdir(folder)).toEqual([]);
  });
});
