import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const ownPolicy = readFileSync(join(root, "examples/08-your-own-policy/visitor-parking.json"), "utf8");

/** A folder of somebody who has the packages installed. */
function installedFolder(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ "package.json": '{ "type": "module" }', ...files });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Whether somebody gets the discount, with nothing left out that the rules look at. */
const complete = {
  beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
  entitlement: { from: "2026-01-01", to: "2026-12-31", openEnded: true },
  service: { on: "2026-12-01", line: "implantology", inProgram: false },
};
const program = (imported: string) => `${imported}
  console.log(JSON.stringify(decideLoyaltyDiscount(${JSON.stringify(complete)})));
  console.log(decideLoyaltyDiscount({}), decideLoyaltyDiscount({ service: { on: "2026-02-30" } }));`;

test.each([
  ["decide.js", 'import { decideLoyaltyDiscount } from "./decide.js";'],
  ["decide.cjs", 'import made from "./decide.cjs"; const { decideLoyaltyDiscount } = made;'],
])("%s decides as the command does, and says nothing of what it cannot answer", async (file, imported) => {
  const folder = installedFolder({ "program.js": program(imported) });
  const made = await guichet(["compile", "loyalty-discount", "-o", file], { cwd: folder });
  const types = file.replace(/js$/, "ts").replace(".", ".d.");
  expect(made).toEqual({ code: 0, stdout: "", stderr: `Written: ${file}, ${types}\n` });
  const strict = "--disallow-code-generation-from-strings";
  const [ran, asked] = await Promise.all([
    run(process.execPath, [strict, "program.js"], { cwd: folder }),
    guichet(["decide", "loyalty-discount", "-"], { input: JSON.stringify(complete) }),
  ]);
  expect(ran.stdout).toBe(`${asked.stdout.trim()}\nundefined undefined\n`);
});

test("a policy of somebody's own compiles, and its types refuse what it does not know", async () => {
  const use = (facts: string) => `import { decideVisitorParking } from "./parking.js";
    const decision = decideVisitorParking(${facts});
    export const fee: number | undefined = decision?.outcome?.feeCents;`;
  const folder = installedFolder({
    "parking.json": ownPolicy,
    "right.ts": use('{ visit: { on: "2026-11-21", vehicle: "car" } }'),
    "wrong.ts": use('{ visit: { on: "2026-11-21", vehicle: "plane" } }'),
  });
  expect((await guichet(["compile", "parking.json", "-o", "parking.js"], { cwd: folder })).code).toBe(0);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = "--noEmit --strict --skipLibCheck --module nodenext --target es2023 --types node".split(
    " ",
  );
  const check = (file: string) =>
    run(process.execPath, [tsc, ...options, file], { cwd: folder }).then(
      () => "",
      (error: unknown) => (error as { readonly stdout: string }).stdout,
    );
  const [right, wrong] = await Promise.all([check("right.ts"), check("wrong.ts")]);
  expect(right).toBe("");
  expect(wrong).toContain("'\"plane\"' is not assignable");
});

test("without a file the module is printed, for people who audit it: each case under its id", async () => {
  const { code, stdout } = await guichet(["compile", "loyalty-discount"]);
  expect(code).toBe(0);
  expect(stdout).toContain("// The policy loyalty-discount, compiled by guichet.");
  for (const id of ["LD-1", "LD-2", "LD-3-relative", "LD-4-no-longer"])
    expect(stdout).toContain(`// ${id}\n`);
});

const source = { title: "House list", kind: "house-rule", dated: true, checkedOn: "2026-11-21" };
const tenPercent = {
  ...{ id: "our-december", policy: "loyalty-discount", title: "10 % in December", source },
  ...{ from: "2026-12-01", to: "2026-12-31", changes: [{ rate: "loyaltyPercent", value: 10 }] },
};
const byEmail = {
  ...{ id: "our-email", policy: "record-handover", title: "Records by email", source, from: "2026-12-01" },
  changes: [{ edition: "2002-03-05", replaces: "RH-11", case: { id: "email-allowed", then: [] } }],
};

test("a clinic's amendment is compiled in; one that breaks a law is not", async () => {
  const folder = installedFolder({
    "ours.json": JSON.stringify(tenPercent),
    "email.json": JSON.stringify(byEmail),
    "program.js": `import { decideLoyaltyDiscount } from "./ours.js";
      for (const on of ["2026-11-30", "2026-12-01"]) {
        const { service, ...person } = ${JSON.stringify(complete)};
        const decision = decideLoyaltyDiscount({ ...person, service: { ...service, on } });
        console.log(decision.outcome.discountPercent, decision.amendments.join());
      }`,
  });
  const made = await guichet(["compile", "loyalty-discount", "--amendment", "ours.json", "-o", "ours.js"], {
    cwd: folder,
  });
  expect(made.code).toBe(0);
  const { stdout } = await run(process.execPath, ["program.js"], { cwd: folder });
  expect(stdout).toBe("7 \n10 our-december\n");
  const refused = await guichet(["compile", "record-handover", "--amendment", "email.json"], { cwd: folder });
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain("law");
});

test("a file that is no module, or that is the policy itself, is refused, and nothing is written", async () => {
  const folder = installedFolder({ "parking.json": ownPolicy });
  const compile = (output: string) => guichet(["compile", "parking.json", "-o", output], { cwd: folder });
  const [text, itself, nowhere] = await Promise.all([
    compile("parking.txt"),
    compile("./parking.json"),
    compile("no/such/folder.js"),
  ]);
  expect(text.code).toBe(1);
  expect(text.stderr).toBe(
    "parking.txt: no name of a module; let it end in .js or .mjs, or in .cjs for require\n",
  );
  expect(itself.stderr).toContain("it is named twice");
  expect(readFileSync(join(folder, "parking.json"), "utf8")).toBe(ownPolicy);
  expect(nowhere.stderr).toContain("no/such/folder.js: it cannot be written (ENOENT)");
});
