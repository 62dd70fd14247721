import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { handbook } from "@guichet/rules/page";
import { shipped } from "../packages/rules/test/shipped-policies.js";

const folder = new URL("../docs/policies/", import.meta.url);
const files = existsSync(folder) ? readdirSync(folder) : [];
const pages = handbook(shipped);
const stale = 'docs/policies is stale; run "npm run docs:handbook"';

test("the handbook has a list, a page for each shipped policy in each of its languages, and nothing else", () => {
  expect(files.toSorted(), stale).toEqual([...pages.keys()].sort());
});

test.each([...pages])("%s is what the data says today", (file, page) => {
  expect(files.includes(file) ? readFileSync(new URL(file, folder), "utf8") : "", stale).toBe(page);
});
