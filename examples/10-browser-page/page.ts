import {
  declaredFacts,
  decide,
  explain,
  GuichetError,
  type FactDeclaration,
  type FactsOf,
} from "@guichet/rules";
import { registrationDocuments as policy } from "@guichet/rules/policies/registration-documents";
import { registrationDocumentsEn as en } from "@guichet/rules/policies/registration-documents/en";
import { registrationDocumentsFr as fr } from "@guichet/rules/policies/registration-documents/fr";
import { registrationDocumentsRu as ru } from "@guichet/rules/policies/registration-documents/ru";

// A page for reception: the form is made from the facts of the policy, and each answer changes the decision at once.
const locales = { en, fr, ru };
const yes = { en: "yes", fr: "oui", ru: "да" };
const no = { en: "no", fr: "non", ru: "нет" };
const unknown = { en: "not known yet", fr: "pas encore connu", ru: "пока неизвестно" };

type Language = keyof typeof locales;
const [language, form, decided] = [select("#language"), element("#known"), element("#decided")];
const known = new Map<string, string | boolean | readonly string[]>();

language.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();

function show(): void {
  const chosen = language.value as Language;
  document.documentElement.lang = chosen;
  document.title = locales[chosen].labels.title;
  element("#title").textContent = locales[chosen].labels.title;
  element("#question").textContent = locales[chosen].labels.question;
  form.replaceChildren(...[...declaredFacts(policy.facts)].map(([path, fact]) => field(chosen, path, fact)));
  showDecision(chosen);
}

function showDecision(chosen: Language): void {
  try {
    const decision = decide(policy, facts());
    const said = explain(decision, locales[chosen]);
    const list = document.createElement("dl");
    for (const { label, answer, reasons, sources } of said.answers) {
      const reason = reasons.map(({ sentence }) => sentence).join(" ");
      list.append(...entry(label, answer, reason, sources.map(({ section }) => section).join("; ")));
    }
    for (const { label, answer } of said.open) list.append(...entry(label, answer, "", ""));
    decided.replaceChildren(list, ...said.notes.map((note) => text("small", note)));
    const asked = new Set((decision.needs ?? []).map(({ fact }) => fact));
    for (const part of form.querySelectorAll<HTMLElement>("[data-fact]")) {
      part.classList.toggle("asked", asked.has(part.dataset["fact"] ?? ""));
    }
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    decided.replaceChildren(...error.problems.map(({ message }) => text("p", message)));
  }
}

/** What is known as the policy wants it: `{ group: { fact: value } }`. What is not known is left out. */
function facts(): FactsOf<typeof policy> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of known) {
    const [group = "", name = ""] = path.split(".");
    groups[group] = { ...groups[group], [name]: value };
  }
  return groups;
}

function field(chosen: Language, path: string, fact: FactDeclaration): HTMLElement {
  const label = (locales[chosen].labels.facts as Readonly<Record<string, string>>)[path] ?? path;
  const put = (value: string | boolean | readonly string[] | undefined): void => {
    if (value === undefined) known.delete(path);
    else known.set(path, value);
    showDecision(chosen);
  };
  const words: Readonly<Record<string, string>> = locales[chosen].values;
  const part = fact.kind === "set-of" ? document.createElement("fieldset") : document.createElement("label");
  part.dataset["fact"] = path;
  part.append(text(fact.kind === "set-of" ? "legend" : "span", label));
  if (fact.kind === "set-of") {
    const boxes = fact.values.map((value) => box(words[value] ?? value, value, known.get(path)));
    part.addEventListener("change", () =>
      put(boxes.flatMap(({ input }) => (input.checked ? [input.value] : []))),
    );
    part.append(...boxes.map(({ line }) => line));
  } else if (fact.kind === "date") {
    const input = document.createElement("input");
    Object.assign(input, { type: "date", value: known.get(path) ?? "" });
    input.addEventListener("change", () => put(input.value === "" ? undefined : input.value));
    part.append(input);
  } else {
    const choices = fact.kind === "one-of" ? fact.values : ["true", "false"];
    const inWords = (value: string): string =>
      fact.kind === "one-of" ? (words[value] ?? value) : (value === "true" ? yes : no)[chosen];
    const input = document.createElement("select");
    input.append(
      new Option(unknown[chosen], ""),
      ...choices.map((value) => new Option(inWords(value), value)),
    );
    input.value = String(known.get(path) ?? "");
    input.addEventListener("change", () => {
      const value = fact.kind === "boolean" ? input.value === "true" : input.value;
      put(input.value === "" ? undefined : value);
    });
    part.append(input);
  }
  return part;
}

function box(label: string, value: string, now: unknown): { line: HTMLElement; input: HTMLInputElement } {
  const [line, input] = [document.createElement("label"), document.createElement("input")];
  Object.assign(input, { type: "checkbox", value, checked: Array.isArray(now) && now.includes(value) });
  line.append(input, label);
  return { line, input };
}

function entry(label: string, answer: string, reason: string, source: string): readonly HTMLElement[] {
  const description = text("dd", answer);
  if (reason !== "") description.append(text("small", reason));
  if (source !== "") description.append(text("small", source));
  return [text("dt", label), description];
}

function text(tag: string, content: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`${selector}: not on the page`);
  return found;
}

function select(selector: string): HTMLSelectElement {
  return element(selector) as HTMLSelectElement;
}
