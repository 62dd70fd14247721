import { wordsOf } from "../compiled/frame.js";
import type { FactPlan, FactsPlan } from "./facts-plan.js";
import { Lines } from "./lines.js";
import { programOf, type Program } from "./program.js";
import { inComment } from "./written.js";

/** Writes a program that checks facts and puts them in a frame, or gives nothing when something is wrong. */
export function generateReader({ entries, day }: FactsPlan): Program {
  const lines = new Lines();
  const written: Written = { lines, held: [], enumerated: 0 };
  let groups = 0;
  let governing = "undefined";
  lines.block("return function read(facts) {", "};", () => {
    lines.add("if (!isObjectOfFacts(facts)) return undefined;", "let partial = false;");
    pickAll(
      lines,
      "facts",
      0,
      entries.map(({ name }) => ({ name, variable: `given_${name}` })),
    );
    for (const entry of entries) {
      const given = (fact: FactPlan, variable: string): void => {
        readFact(written, fact, variable);
        if (fact.place.slot === day) governing = variable;
      };
      if ("place" in entry) given(entry, `given_${entry.name}`);
      else {
        const group = `given_${entry.name}`;
        groups += 1;
        const at = groups;
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
          given(fact, `given_${entry.name}_${fact.name}`);
        }
      }
    }
    lines.add("", `return [${[...written.held, "partial", governing].join(", ")}];`);
  });
  return programOf("", lines.text(), ["names", "ids"]);
}

interface Written {
  readonly lines: Lines;
  readonly held: string[];
  /** How many enumerated facts were read: the next one's numbers stand at this place. */
  enumerated: number;
}

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

function readFact(written: Written, { place, min, max }: FactPlan, given: string): void {
  const { lines, held } = written;
  const numbers = (): string => {
    written.enumerated += 1;
    return `ids[${written.enumerated - 1}]`;
  };
  const { slot, shape } = place;
  const name = `slot_${slot}`;
  const unknown = `if (${given} !== undefined) return undefined;`;
  const nothing = `${name} === undefined`;
  /** Reads into the slot; where what is read shows that it is wrong, it may only be unknown. */
  const check = (read: string, isWrong: string): void => {
    lines.add(`let ${name} = ${read};`);
    lines.block(`if (${isWrong}) {`, "}", () => {
      lines.add(unknown, ...(isWrong === nothing ? [] : [`${name} = undefined;`]), "partial = true;");
    });
    held.push(name);
  };
  switch (shape.is) {
    case "boolean":
      check(given, `typeof ${name} !== "boolean"`);
      break;
    case "number":
      // Negative zero and zero are one number.
      check(`isWhole(${given}, ${min}, ${max}) ? ${given} + 0 : undefined`, nothing);
      break;
    case "text":
      check(`readText(${given})`, nothing);
      break;
    case "day":
      check(`readDay(${given})`, `${name} === wrong`);
      break;
    case "time":
      check(`readTime(${given})`, `${name} === wrong`);
      break;
    case "choice":
      check(`${numbers()}.get(${given})`, nothing);
      break;
    case "set": {
      const words = wordsOf(shape);
      const ids = numbers();
      if (words === 1) {
        check(`readBits(${given}, ${ids})`, `${name} === wrong`);
        break;
      }
      lines.add(`const words_${slot} = readWords(${given}, ${ids}, ${words});`);
      lines.block(`if (words_${slot} === undefined) {`, "}", () => {
        lines.add(unknown, "partial = true;");
      });
      for (let word = 0; word < words; word += 1) held.push(`words_${slot}?.[${word}]`);
    }
  }
}
