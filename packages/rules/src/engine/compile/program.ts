import type { ProgramData } from "../compiled/program-data.js";
import { tools } from "../compiled/tools.js";

/** Code that is run once with its data, and gives the function that it is about. */
export interface Program {
  readonly source: string;
  /** The tools it calls, by name. */
  readonly tools: readonly string[];
}

/** A program of this code, which may name these parts of its data: it takes those it does. */
export function programOf(title: string, code: string, data: readonly string[]): Program {
  const taken = namedIn(code, data);
  const head = taken.length === 0 ? "" : `const { ${taken.join(", ")} } = data;\n`;
  return { source: title + head + code, tools: namedIn(code, Object.keys(tools)) };
}

/** Runs a program. Throws where code may not be generated. */
export function runProgram<Made>({ source, tools: called }: Program, data: ProgramData): Made {
  const head = `"use strict";\nconst { ${called.join(", ")} } = tools;\n`;
  const make = new Function("tools", "data", head + source) as (
    given: typeof tools,
    data: ProgramData,
  ) => Made;
  return make(tools, data);
}

function namedIn(code: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}
