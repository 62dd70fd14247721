import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const day = '{"act":{"on":"2026-06-04"}}';
const deep = 200_000;

test.each<[string, string | Buffer, string, string]>([
  ["an empty file", "", "input-refused", "input-empty"],
  ["a file of blanks", " \r\n\t", "input-refused", "input-empty"],
  ["UTF-16", Buffer.from(`\uFEFF${day}`, "utf16le"), "input-refused", "not-utf-8"],
  ["bytes that are no UTF-8", Buffer.from([0x22, 0xc3, 0x28, 0x22]), "input-refused", "not-utf-8"],
  ["text that is not JSON", "act: 2026", "input-refused", "not-json"],
  ["text cut off in the middle", day.slice(0, 12), "input-refused", "not-json"],
  ["a name that stands twice", '{"act":{},"act":{}}', "input-refused", "key-twice"],
  ["lists in lists without an end", "[".repeat(deep), "input-refused", "not-json"],
  ["deep lists", "[".repeat(deep) + "]".repeat(deep), "facts-refused", "not-an-object"],
  ["deep objects", '{"act":'.repeat(deep) + "1" + "}".repeat(deep), "facts-refused", "unknown-fact"],
  ["a list", "[]", "facts-refused", "not-an-object"],
  ["a text", '"2026"', "facts-refused", "not-an-object"],
  ["null", "null", "facts-refused", "not-an-object"],
  ["10 MB in one value", `{"act":{"on":"${"9".repeat(9_999_000)}"}}`, "facts-refused", "not-a-date"],
  ["more than 10 MB", `{"act":{"on":"${"9".repeat(10_000_000)}"}}`, "input-refused", "input-too-large"],
])(
  "%s is refused in one short line, with a code and without what it holds",
  async (_, content, code, problem) => {
    const folder = folderWith({ "facts.json": content });
    const ran = await guichet(["decide", "tele-expertise", "facts.json"], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
    expect(ran.stderr.length).toBeLessThan(200);
    expect(ran.stderr).not.toMatch(/9999|\n\s+at /);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code, problems: [{ code: problem }] } });
  },
);

test("what is not JSON is found by line and column", async () => {
  const ran = await guichet(["decide", "tele-expertise", "-"], { input: '{\n  "act": oops\n}' });
  expect(ran.stderr).toBe("standard input, line 2, column 10: the text is not JSON here; correct it\n");
});

test("a missing file, a directory and an endless device are refused", async () => {
  const folder = folderWith({});
  const [missing, directory, endless] = await Promise.all([
    guichet(["decide", "tele-expertise", join(folder, "none.json")]),
    guichet(["decide", "tele-expertise", folder]),
    guichet(["decide", "tele-expertise", "/dev/zero"]),
  ]);
  expect(missing.stderr).toContain("none.json: no such file; check the path, or use - for standard input");
  expect(directory.stderr).toContain("a directory; name a file");
  expect(endless.stderr).toContain("more than 10 MB of text");
  expect([missing.code, directory.code, endless.code]).toEqual([2, 2, 2]);
});

test.each([
  ["a byte order mark", `\uFEFF${day}`],
  ["the line ends of Windows", day.replaceAll("{", "{\r\n")],
])("%s changes nothing", async (_, input) => {
  const [ran, plain] = await Promise.all([
    guichet(["decide", "tele-expertise", "-"], { input }),
    guichet(["decide", "tele-expertise", "-"], { input: day }),
  ]);
  expect(ran).toEqual(plain);
  expect(ran.code).toBe(3);
});

test("a text that would move the cursor is printed without its power", async () => {
  const ran = await guichet(["decide", "\u001b[2Jevil", "-"], { input: "{}" });
  expect(ran.code).toBe(1);
  expect(ran.stderr).not.toContain("\u001b");
});
