import { expect, test } from "vitest";
import { parking } from "../language/parking.fixture.js";
import { plainLocale } from "../language/plain-locale.js";
import { policyFromJson } from "../language/policy.js";
import { handbook } from "./handbook.js";
import { policyPage } from "./policy-page.js";

const policy = policyFromJson(JSON.stringify(parking));
const [en, fr] = [plainLocale(policy, "en"), plainLocale(policy, "fr")] as const;
const shed = policyFromJson(JSON.stringify({ ...parking, id: "shed", title: "Shed", locales: ["en"] }));

test("a policy has a page in each locale, the first one under the plain name, and all stand in the list", () => {
  const pages = handbook([{ locales: [en, fr] }, { locales: [plainLocale(shed)] }]);
  expect([...pages.keys()]).toEqual(["README.md", "visitor-parking.md", "visitor-parking.fr.md", "shed.md"]);
  expect(pages.get("README.md")?.split("\n").slice(4)).toEqual([
    "| English | Français |",
    "| --- | --- |",
    `| [Shed](shed.md)<br>${policy.question} |  |`,
    `| [Visitor parking](visitor-parking.md)<br>${policy.question} | [Visitor parking](visitor-parking.fr.md)<br>${policy.question} |`,
    "",
  ]);
});

test("a page leads to the list and to its other languages, and is the policy's page otherwise", () => {
  const pages = handbook([{ locales: [en, fr] }]);
  expect(pages.get("visitor-parking.fr.md")).toBe(
    `[Manuel](README.md) · [English](visitor-parking.md)\n\n${policyPage(policy, fr)}`,
  );
});
