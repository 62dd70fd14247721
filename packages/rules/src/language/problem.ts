/** One thing that is wrong: a stable code, and a line of the form `where: what is wrong; what to do`. */
export interface Problem {
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

/** A problem with somebody's facts: the path and what was expected there, never the value. */
export interface FactProblem extends Problem {
  readonly path: string;
  readonly expected: string;
}

const marker = /* @__PURE__ */ Symbol.for("@guichet/rules error");

/** The one error the library throws. `problems` holds everything that was wrong, not only the first thing. */
export class GuichetError<Code extends string = string, Item extends Problem = Problem> extends Error {
  readonly code: Code;
  readonly problems: readonly Item[];
  declare readonly [marker]: true;

  constructor(code: Code, problems: readonly Item[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "GuichetError";
    this.code = code;
    this.problems = problems;
    // Set here: a field with such a name would keep bundlers from leaving out the class.
    this[marker] = true;
  }

  /** Whether it is one of ours, also when two copies of the package are installed. */
  static isInstance(error: unknown): error is GuichetError {
    return typeof error === "object" && error !== null && marker in error;
  }
}

/** Joins the three parts every message has. */
export function problemAt(code: string, where: string, what: string, todo: string): Problem {
  return { code, where, message: `${where}: ${what}; ${todo}` };
}

/** `; did you mean "x"` when a known name is within two edits (one for short names), else the fallback. */
export function suggest(name: string, known: Iterable<string>, fallback: string): string {
  let best: string | undefined;
  let bestDistance = name.length < 4 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(name, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === undefined ? fallback : `did you mean "${best}"`;
}

function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[right.length] ?? limit;
}
