import type { ReadFacts } from "./fast-decision.js";
import { isObjectOfFacts, type FactNames } from "./fact-names.js";
import type { FactPlan, FactsPlan } from "./facts-plan.js";
import type { Generated } from "./generate-segment.js";
import { Lines } from "./lines.js";
import { wordsOf } from "./layout.js";
import { isWhole, readBits, readDay, readText, readTime, readWords, wrong } from "./read-values.js";
import { inComment } from "./written.js";

/** Writes a program that checks facts and puts them in a frame, or gives nothing when something is wrong. */
export function generateReader({ names, entries }: FactsPlan): Generated {
  const lines = new Lines();
  const allNames: FactNames[] = [names];
  const allIds: FactPlan["ids"][] = [];
  const held: string[] = [];
  lines.add('"use strict";', `const { ${[...Object.keys(tools), "names", "ids"].join(", ")} } = data;`);
  lines.block("return function read(facts) {", "};", () => {
    lines.add("if (!isObjectOfFacts(facts)) return undefined;", "let partial = false;");
    pickAll(
      lines,
      "facts",
      0,
      entries.map(({ name }) => ({ name, variable: `given_${name}` })),
    );
    for (const entry of entries) {
      if ("place" in entry) readFact(lines, entry, `given_${entry.name}`, allIds, held);
      else {
        const group = `given_${entry.name}`;
        const at = allNames.push(entry.names) - 1;
        const inner = entry.facts.map(({ name }) => ({ name, variable: `given_${entry.name}_${name}` }));
        lines.add(
          "",
          `// ${inComment(entry.name)}`,
          `let ${inner.map(({ variable }) => variable).join(", ")};`,
        );
        lines.add(`if (${group} === undefined) partial = true;`);
        lines.block("else {", "}", () => {
          lines.add(`if (!isObjectOfFacts(${group})) return undefined;`);
          pickAll(lines, group, at, inner, false);
        });
        for (const fact of entry.facts) {
          readFact(lines, fact, `given_${entry.name}_${fact.name}`, allIds, held);
        }
      }
    }
    lines.add("", `return [${[...held, "partial"].join(", ")}];`);
  });
  return { source: lines.text(), data: { ...tools, names: allNames, ids: allIds } };
}

/** Runs the program that reads facts. Throws where code may not be generated. */
export function runReader({ source, data }: Generated): ReadFacts {
  const make = new Function("data", source) as (data: Generated["data"]) => ReadFacts;
  return make(data);
}

const tools = { isObjectOfFacts, isWhole, readBits, readDay, readText, readTime, readWords, wrong };

interface Picked {
  readonly name: string;
  readonly variable: string;
}

function pickAll(lines: Lines, from: string, at: number, picked: readonly Picked[], declare = true): void {
  const variables = picked.map(({ variable }) => variable).join(", ");
  if (declare) lines.add(`let ${variables};`);
  lines.add(`if (names[${at}].areAllOf(${from})) {`);
  lines.inside(() => {
    for (const { name, variable } of picked) lines.add(`${variable} = ${from}.${name};`);
  });
  lines.block("} else {", "}", () => {
    lines.add(
      `const picked = names[${at}].pick(${from});`,
      "if (picked === undefined) return undefined;",
      ...picked.map(({ variable }, index) => `${variable} = picked[${index}];`),
    );
  });
}

function readFact(
  lines: Lines,
  { place, ids, min, max }: FactPlan,
  given: string,
  allIds: FactPlan["ids"][],
  held: string[],
): void {
  const { slot, shape } = place;
  const name = `slot_${slot}`;
  const unknown = `if (${given} !== undefined) return undefined;`;
  /** Reads into the slot; where what is read shows that it is wrong, it may only be unknown. */
  const check = (read: string, isWrong: string): void => {
    lines.add(`let ${name} = ${read};`);
    lines.block(`if (${isWrong}) {`, "}", () => {
      lines.add(unknown, `${name} = undefined;`, "partial = true;");
    });
    held.push(name);
  };
  switch (shape.is) {
    case "boolean":
      check(given, `typeof ${name} !== "boolean"`);
      break;
    case "number":
      // Negative zero and zero are one number.
      check(`isWhole(${given}, ${min}, ${max}) ? ${given} + 0 : undefined`, `${name} === undefined`);
      break;
    case "text":
      check(`readText(${given})`, `${name} === undefined`);
      break;
    case "day":
      check(`readDay(${given})`, `${name} === wrong`);
      break;
    case "time":
      check(`readTime(${given})`, `${name} === wrong`);
      break;
    case "choice":
      check(`ids[${allIds.push(ids) - 1}].get(${given})`, `${name} === undefined`);
      break;
    case "set": {
      const words = wordsOf(shape);
      const at = allIds.push(ids) - 1;
      if (words === 1) {
        check(`readBits(${given}, ids[${at}])`, `${name} === wrong`);
        break;
      }
      lines.add(`const words_${slot} = readWords(${given}, ids[${at}], ${words});`);
      lines.block(`if (words_${slot} === undefined) {`, "}", () => {
        lines.add(unknown, "partial = true;");
      });
      for (let word = 0; word < words; word += 1) held.push(`words_${slot}?.[${word}]`);
    }
  }
}
