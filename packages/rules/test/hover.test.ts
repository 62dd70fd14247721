import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import { Editor } from "./editor.js";

vi.setConfig({ testTimeout: 60_000 });

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
const config = ts.getParsedCommandLineOfConfigFile(pathTo("../../../tsconfig.json"), {}, host);
const editor = new Editor(pathTo("./unsaved.ts"), { ...config?.options, noUnusedLocals: false });

describe("an editor", () => {
  it("finds nothing wrong with facts that are right", () => {
    expect(
      editor.mistakes(`decide(teleExpertise, { act: { on: "2026-11-21", region: "overseas" } });`),
    ).toEqual([]);
  });

  it("shows what a fact means when one points at its key", () => {
    const shown = editor.hover(`decide(teleExpertise, { patient: { kno@@wnToResponder: true } });`);
    expect(shown).toContain("knownToResponder");
    expect(shown).toContain("The responder has cared for the patient before.");
  });

  it("shows what a decision means when one points at its name", () => {
    const decided = `const decision = decide(teleExpertise, {}); if (decision.status === "decided") `;
    expect(editor.hover(`${decided} decision.outcome.lev@@el;`)).toContain(
      "since 2022-04-01 there is a single one",
    );
  });

  it("offers the groups of facts, and the facts of a group", () => {
    expect(editor.complete(`decide(teleExpertise, { @@ });`)).toEqual(
      expect.arrayContaining(["act", "requester", "responder", "patient", "consent", "request", "usage"]),
    );
    expect(editor.complete(`decide(teleExpertise, { consent: { @@ } });`)).toEqual(
      expect.arrayContaining(["given", "informedOf"]),
    );
  });

  it("offers the values of an enumerated fact, and of an element of a set", () => {
    expect(editor.complete(`decide(teleExpertise, { act: { region: "@@" } });`)).toEqual([
      "metropolitan",
      "overseas",
    ]);
    expect(editor.complete(`decide(teleExpertise, { consent: { informedOf: ["@@"] } });`)).toEqual([
      "reason",
      "responder-identity",
      "responder-specialty",
      "return-mode",
    ]);
  });

  it("offers the answers of a decision, and the decisions one can ask about", () => {
    const decided = `const decision = decide(teleExpertise, {}); if (decision.status === "decided") `;
    expect(editor.complete(`${decided} decision.outcome.level === "@@";`)).toEqual([
      "1",
      "2",
      "none",
      "single",
    ]);
    const names = editor.complete(`whyNot(teleExpertise, {}, "@@", "single");`);
    expect(names).toContain("level");
    expect(names).not.toContain("dentalCaseAllowsAnswer");
  });

  it("says which fact was meant when a key is misspelt", () => {
    expect(editor.mistakes(`decide(teleExpertise, { act: { regoin: "overseas" } });`).join()).toContain(
      "Did you mean to write 'region'?",
    );
  });
});
