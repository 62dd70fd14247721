import { bitsPerWord, type Enumeration } from "../compiled/frame.js";
import type { Expression } from "../../language/expression.js";
import { declaredFacts } from "../../language/declared-facts.js";
import type { Policy } from "../../language/policy.js";

/**
 * Numbers the values of everything that is enumerated: facts by path, `rate.name` and `decision.name`. Names that are
 * compared with each other, or assigned to each other, share their numbers, so that nothing is translated later.
 */
export function enumerationsOf(policy: Policy): ReadonlyMap<string, Enumeration> {
  const together = new Together();
  for (const { holds } of policy.given ?? []) joinConditions(together, holds);
  for (const { tables } of policy.editions) {
    for (const table of tables) {
      joinConditions(together, table);
      const rows = "is" in table ? [table.is] : table.cases.map(({ then }) => then);
      const thens: readonly unknown[] = "otherwise" in table ? [...rows, table.otherwise.then] : rows;
      for (const then of thens) {
        if (typeof table.decides === "string") joinResult(together, table.decides, then);
        else {
          for (const name of table.decides) {
            joinResult(together, name, (then as Readonly<Record<string, unknown>>)[name]);
          }
        }
      }
    }
  }
  const groups = new Map<string, Map<string, number>>();
  const names = [...valuesByName(policy)];
  for (const [name, values] of names) {
    const leader = together.leaderOf(name);
    const ids = groups.get(leader) ?? new Map<string, number>();
    groups.set(leader, ids);
    for (const value of values) if (!ids.has(value)) ids.set(value, ids.size);
  }
  return new Map(
    names.map(([name]) => {
      const ids = groups.get(together.leaderOf(name)) ?? new Map<string, number>();
      return [name, { ids, words: Math.max(1, Math.ceil(ids.size / bitsPerWord)) }];
    }),
  );
}

/** Names in groups. */
class Together {
  readonly #leaders = new Map<string, string>();

  leaderOf(name: string): string {
    let leader = name;
    for (let next = this.#leaders.get(leader); next !== undefined; next = this.#leaders.get(leader)) {
      leader = next;
    }
    return leader;
  }

  join(one: string, other: string): void {
    const [left, right] = [this.leaderOf(one), this.leaderOf(other)];
    if (left !== right) this.#leaders.set(right, left);
  }
}

function joinConditions(together: Together, part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  if ("operator" in part && "fact" in part && "value" in part) {
    const { value } = part;
    if (isReference(value)) together.join(String(part.fact), value.fact);
  }
  for (const inner of Object.values(part)) joinConditions(together, inner);
}

function joinResult(together: Together, decision: string, then: unknown): void {
  if (isReference(then) && !("operator" in then)) together.join(`decision.${decision}`, then.fact);
  else if (typeof then === "object" && then !== null && "minus" in then) {
    for (const side of then.minus as readonly Expression[]) joinResult(together, decision, side);
  }
}

function isReference(value: unknown): value is { readonly fact: string } {
  return typeof value === "object" && value !== null && "fact" in value && typeof value.fact === "string";
}

function* valuesByName(policy: Policy): Iterable<readonly [string, readonly string[]]> {
  for (const [path, declared] of declaredFacts(policy.facts)) {
    if ("values" in declared) yield [path, declared.values];
  }
  for (const [name, declared] of Object.entries(policy.rates)) {
    if (declared.kind === "set-of") yield [`rate.${name}`, declared.values];
  }
  for (const [name, declared] of Object.entries(policy.decisions)) {
    if ("values" in declared) yield [`decision.${name}`, declared.values];
  }
}
