import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { GuichetError, problemAt, type FactProblem, type Problem } from "../language/problem.js";
import { canonicalJson } from "./canonical-json.js";
import { readFacts } from "./check-facts.js";
import { decideCaptured } from "./decide.js";
import type { Decision, Need } from "./decision.js";
import type { Value } from "./evaluate.js";
import { factLookup } from "./fact-lookup.js";
import { readFact } from "./read-fact.js";

/** A fact of one policy that is answered by a decision of another. */
export type Binding = Readonly<Record<string, { readonly policy: string; readonly decision: string }>>;

/** A fact that some of the policies still need. */
export interface SharedNeed {
  readonly fact: string;
  readonly holder: FactDeclaration["holder"];
  /** The open decisions it can change, as `policy/decision`. */
  readonly affects: readonly string[];
}

/** The facts several policies accept together. */
export type JointFacts<P extends Policy> = (P extends Policy ? (facts: FactsOf<P>) => void : never) extends (
  facts: infer All,
) => void
  ? All
  : never;

/** What several policies say together, and the one list of questions they leave. */
export interface JointNeeds<P extends Policy = Policy> {
  /** By policy id. */
  readonly decisions: { readonly [One in P as One["id"]]: Decision<One> };
  /** What to ask, the fact that changes most decisions first, then as the policies declare it. */
  readonly needs: readonly SharedNeed[];
}

/**
 * Merges the questions of several policies into one list, each question once. `bind` feeds one policy's answer to
 * another; the policy that answers stands before the one that asks. A bound fact that is supplied stays as supplied.
 *
 * Errors: `policies-disagree` when two policies declare one path differently, `binding-refused` for a binding that
 * names nothing or does not fit, `facts-refused`.
 *
 * @example
 * needsOf([registrationDocuments, appointmentBooking], facts, {
 *   "patient.documentsAccepted": { policy: "registration-documents", decision: "accepted" },
 * });
 */
export function needsOf<const P extends Policy>(
  policies: readonly P[],
  facts: JointFacts<NoInfer<P>>,
  bind: Binding = {},
): JointNeeds<P> {
  refuse("policies-disagree", disagreements(policies));
  refuse("binding-refused", wrongBindings(policies, bind));
  const readings = policies.map((policy) => readFacts(policy, facts));
  refuse("facts-refused", jointProblems(readings.map((reading) => reading.problems)));

  const decisions: Record<string, Decision> = {};
  const affected = new Map<string, Set<string>>();
  policies.forEach((policy, index) => {
    const { known, behind } = bound(
      policy,
      readings[index]?.values ?? new Map<string, Value>(),
      bind,
      decisions,
    );
    const decision = decideCaptured(policy, known);
    decisions[policy.id] = decision;
    for (const need of decision.needs ?? []) {
      for (const fact of behind.get(need.fact) ?? [need.fact]) {
        const affects = affected.get(fact) ?? new Set();
        for (const name of need.affects) affects.add(`${policy.id}/${name}`);
        affected.set(fact, affects);
      }
    }
  });
  return { decisions: decisions as JointNeeds<P>["decisions"], needs: inOrder(policies, affected) };
}

/** What a policy knows with the answers bound to its facts, and the questions behind those that are still open. */
function bound(
  policy: Policy,
  supplied: ReadonlyMap<string, Value>,
  bind: Binding,
  decisions: Readonly<Record<string, Decision>>,
): { readonly known: ReadonlyMap<string, Value>; readonly behind: ReadonlyMap<string, readonly string[]> } {
  const known = new Map(supplied);
  const behind = new Map<string, readonly string[]>();
  for (const [path, source] of Object.entries(bind)) {
    const fact = factLookup(policy).byPath.get(path);
    const answer = decisions[source.policy];
    // A policy that is not in force never answers: then the fact itself is asked for.
    if (!fact || supplied.has(path) || !answer || answer.status === "not-in-force") continue;
    const value = (answer.outcome as Readonly<Record<string, Value>>)[source.decision];
    if (value === undefined) {
      const questions = (answer.needs as readonly Need[]).filter(({ affects }) =>
        affects.includes(source.decision),
      );
      behind.set(
        path,
        questions.map((need) => need.fact),
      );
      continue;
    }
    const reading = readFact(fact, value);
    if ("value" in reading) known.set(path, reading.value);
    else {
      const what = `the answer of ${source.policy}/${source.decision} does not fit: ${reading.wrong.what}`;
      const todo = "supply the fact, or leave out the binding";
      refuse("facts-refused", [problemAt(reading.wrong.code, `${policy.id}, fact "${path}"`, what, todo)]);
    }
  }
  return { known, behind };
}

function inOrder(
  policies: readonly Policy[],
  affected: ReadonlyMap<string, ReadonlySet<string>>,
): readonly SharedNeed[] {
  const declared = new Map<string, FactDeclaration>();
  for (const policy of policies) {
    for (const [path, fact] of declaredFacts(policy.facts)) if (!declared.has(path)) declared.set(path, fact);
  }
  return [...declared]
    .flatMap(([fact, { holder }]) => {
      const affects = affected.get(fact);
      return affects ? [{ fact, holder, affects: [...affects] }] : [];
    })
    .sort((left, right) => right.affects.length - left.affects.length);
}

/** Every problem but one: that a fact of another policy is unknown to this one. */
function jointProblems(perPolicy: readonly (readonly FactProblem[])[]): readonly Problem[] {
  const unknown = perPolicy.map((problems) => problems.filter(isUnknown).map(({ path }) => path));
  const byMessage = new Map<string, FactProblem>();
  for (const problem of perPolicy.flat()) {
    const isStrange = unknown.every((paths) =>
      paths.some((path) => path === problem.path || problem.path.startsWith(`${path}.`)),
    );
    if (isUnknown(problem) && !isStrange) continue;
    // One line for each fact: what another policy says of it is the same.
    const key = `${problem.path} ${problem.code}`;
    if (!byMessage.has(key)) byMessage.set(key, problem);
  }
  return [...byMessage.values()];
}

function isUnknown({ code }: Problem): boolean {
  return code === "unknown-fact";
}

function disagreements(policies: readonly Policy[]): readonly Problem[] {
  const first = new Map<string, { readonly policy: string; readonly text: string }>();
  return policies.flatMap((policy) =>
    [...declaredFacts(policy.facts)].flatMap(([path, declared]) => {
      const text = canonicalJson({ ...declared, label: "", holder: "", privacy: "" });
      const before = first.get(path);
      if (!before) first.set(path, { policy: policy.id, text });
      if (!before || before.text === text) return [];
      const what = `${before.policy} and ${policy.id} declare it differently`;
      return [
        problemAt("policies-disagree", `fact "${path}"`, what, "ask the two policies one after the other"),
      ];
    }),
  );
}

function wrongBindings(policies: readonly Policy[], bind: Binding): readonly Problem[] {
  return Object.entries(bind).flatMap(([path, source]) => {
    const wrong = wrongBinding(policies, path, source);
    return wrong ? [problemAt("binding-refused", `binding "${path}"`, ...wrong)] : [];
  });
}

function wrongBinding(
  policies: readonly Policy[],
  path: string,
  source: Binding[string],
): readonly [what: string, todo: string] | undefined {
  const reader = policies.findIndex((policy) => declaredFacts(policy.facts).has(path));
  const fact = declaredFacts(policies[reader]?.facts ?? {}).get(path);
  if (!fact) return ["no policy has this fact", "name a fact of one of the policies"];
  const answering = policies.findIndex((policy) => policy.id === source.policy);
  const declared = policies[answering]?.decisions[source.decision];
  if (!declared || declared.internal) {
    const what = `there is no decision "${source.policy}/${source.decision}"`;
    return [what, "name a public decision of one of the policies"];
  }
  if (answering >= reader) {
    return [`${source.policy} answers after it is asked`, "put it earlier in the list"];
  }
  const values = "values" in fact ? fact.values : [];
  const isListed = "values" in declared ? declared.values.every((value) => values.includes(value)) : true;
  if (declared.kind !== fact.kind || !isListed) {
    return ["the decision has answers the fact cannot have", "bind a decision of the fact's kind and values"];
  }
  return declared.orNone && !values.includes("none")
    ? ["the decision may be none, and a fact never is", "bind a decision that is never none"]
    : undefined;
}

function refuse(code: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new GuichetError(code, problems);
}
