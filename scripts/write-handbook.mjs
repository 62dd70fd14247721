// Writes docs/policies: every shipped policy as a page in each of its languages, and the list of the pages.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { handbook } from "@guichet/rules/page";
import * as shipped from "@guichet/rules/policies";

const folder = new URL("../docs/policies/", import.meta.url);

async function onlyExport({ id }, entry) {
  const [value] = Object.values(await import(`@guichet/rules/policies/${id}/${entry}`));
  return value;
}

const chapters = await Promise.all(
  Object.values(shipped).map(async (policy) => ({
    locales: await Promise.all(policy.locales.map((locale) => onlyExport(policy, locale))),
    examples: await onlyExport(policy, "examples"),
  })),
);

// A page of a policy that is no longer shipped does not stay behind.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const pages = handbook(chapters);
for (const [file, page] of pages) writeFileSync(new URL(file, folder), page);
console.log(`docs/policies: ${pages.size} pages`);
