import type { Duration } from "../calendar/term.js";
import type { AcceptableFinding, Accepted } from "../language/accepted.js";
import type { IsoDay } from "../calendar/civil-day.js";
import type { Example } from "../language/example.js";
import type { Policy } from "../language/policy.js";
import { askTables } from "./ask-tables.js";
import { constantDecisions, unusedFacts } from "./decision-findings.js";
import type { Finding } from "./finding.js";
import { brokenLaws } from "./prove-laws.js";
import { sizeOf, type SpaceSize } from "./space-size.js";
import { spaceOf, type Space } from "./space.js";
import { staleSources } from "./stale-sources.js";
import { tableFindings } from "./table-findings.js";
import { uncoveredBoundaries } from "./uncovered-boundaries.js";

/** What the verifier is told beside the policy. */
export interface VerifyOptions {
  /** The policy's worked examples; without them nothing is said of boundaries. */
  readonly examples?: readonly Example[];
  /** The day on which sources are to be fresh; without it nothing is said of them. */
  readonly on?: IsoDay;
  /** How long a comparison with a source stays fresh; a year unless it says otherwise. */
  readonly horizon?: Duration;
}

/** What was found, and how much was looked at. */
export interface Verification {
  readonly policy: string;
  /** What nobody has accepted. None: the policy holds. */
  readonly findings: readonly Finding[];
  /** What the policy accepts, with its reason. */
  readonly accepted: readonly { readonly finding: Finding; readonly reason: string }[];
  /** What was not looked for, because the options lack what it takes. */
  readonly notAsked: readonly AcceptableFinding[];
  readonly size: SpaceSize;
}

/**
 * Looks for everything in a policy that cannot be meant, over all facts on all days: exactly, without sampling. What
 * it does not report does not occur.
 *
 * A rate without a value for some key and day, and a rate or an edition defined twice, it never meets: a policy that
 * has one does not load (`rate-undefined`, `rate-row-twice`, `edition-twice`). Messages are no part of it.
 *
 * Errors: `facts-refused` for an example the policy refuses; `horizon-refused` for a horizon that is no duration.
 *
 * @example
 * verifyPolicy(parking, { examples: parkingExamples, on: "2026-11-21" }).findings; // []
 */
export function verifyPolicy(policy: Policy, options: VerifyOptions = {}): Verification {
  const { examples, on, horizon } = options;
  const space = spaceOf(policy, (one, built) => void askTables(one, built));
  const found = [
    ...tableFindings(space),
    ...constantDecisions(space),
    ...unusedFacts(space),
    ...lawFindings(space),
    ...(examples ? uncoveredBoundaries(policy, examples) : []),
    ...(on === undefined ? [] : staleSources(policy, on, horizon)),
  ];
  const notAsked: readonly AcceptableFinding[] = [
    ...(examples ? [] : (["boundary-uncovered"] as const)),
    ...(on === undefined ? (["source-stale"] as const) : []),
  ];
  const accepts = policy.accepts ?? [];
  const acceptance = (finding: Finding): Accepted | undefined =>
    accepts.find((one) => one.finding === finding.code && one.at === finding.at);
  const idle = accepts.filter(
    (one) => !notAsked.includes(one.finding) && !found.some((finding) => acceptance(finding) === one),
  );
  return {
    policy: policy.id,
    findings: [...found.filter((finding) => !acceptance(finding)), ...idle.map(notFound)],
    accepted: found.flatMap((finding) => {
      const accepted = acceptance(finding);
      return accepted ? [{ finding, reason: accepted.reason }] : [];
    }),
    notAsked,
    size: sizeOf(space),
  };
}

function lawFindings(space: Space): readonly Finding[] {
  return brokenLaws(space).map(({ law, witness, after }) => ({
    code: "law-broken",
    at: law.id,
    related: [],
    witness,
    ...(after ? { after } : {}),
  }));
}

/** An acceptance that has outlived its finding hides the next one. */
function notFound({ finding, at }: Accepted): Finding {
  return { code: "accepted-not-found", at, related: [finding] };
}
