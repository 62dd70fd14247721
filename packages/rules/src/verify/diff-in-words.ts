import { dayInWords, valueInWords, type Written } from "../engine/value-in-words.js";
import type { Locale } from "../language/locale.js";
import { constraintsInWords, factPlusInWords } from "./constraint-in-words.js";
import type { Constraint } from "./constraint.js";
import type { Answered, Change, ChangedPeriod, PolicyDiff } from "./diff-policies.js";
import { groupedBy } from "./grouped-by.js";
import type { VerifyWording } from "./verify-wording.js";
import { verifyWordingOf } from "./verify-wording-of.js";

/** A difference as people read it. */
export interface DiffInWords {
  /** All of it in one paragraph, without long lists of conditions. */
  readonly summary: string;
  readonly periods: readonly PeriodInWords[];
}

/** What changes over a stretch of days. */
export interface PeriodInWords {
  readonly days: string;
  /** Where the policy comes into force or ceases to be. */
  readonly notice?: string;
  readonly changes: readonly ChangeInWords[];
}

/** One change of one decision, or of several elements of a set that come or go together. */
export interface ChangeInWords {
  readonly decision: string;
  /** `fee of the responder rises from €20.00 to €23.00` */
  readonly change: string;
  /**
   * Conditions that hold together, told among the cases whose answer was the former one. None here and below: all of
   * those.
   */
  readonly where: readonly string[];
  /** Lists of which at least one holds as well; none where one list says it all. */
  readonly anyOf: readonly (readonly string[])[];
}

/**
 * Says what changes, and where, in the words of a locale.
 *
 * @example
 * diffInWords(diffDays(teleExpertise, "2025-12-31", "2026-01-01"), teleExpertiseEn).summary;
 * // From 1 January 2026: fee of the responder rises from €20.00 to €23.00 (region: metropolitan France) and …
 */
export function diffInWords(diff: PolicyDiff, locale: Locale): DiffInWords {
  const { diff: say } = verifyWordingOf(locale.locale);
  const periods = diff.periods.map((period) => {
    const groups = groupsOf(period.changes);
    return {
      days: daysInWords(locale, period),
      ...noticeOf(locale, period),
      changes: groups.map((group) => changeInWords(locale, group)),
      summary: summaryOf(locale, period, groups),
    };
  });
  return {
    summary: periods.length === 0 ? say.nothing : periods.map(({ summary }) => summary).join(" "),
    periods: periods.map(({ summary: _, ...period }) => period),
  };
}

/** Elements that come or go in the same cases, or one change of a decision that is no set. */
interface Group {
  readonly change: Change;
  readonly elements: readonly string[];
  readonly where: readonly Constraint[];
  readonly anyOf: readonly (readonly Constraint[])[];
}

function groupsOf(changes: readonly Change[]): readonly Group[] {
  const alike = groupedBy(changes, ({ classes: _, element, ...change }) =>
    JSON.stringify([change, element !== undefined]),
  );
  return [...alike.values()].flatMap((group) => {
    const [change] = group;
    if (!change) return [];
    return [{ change, elements: group.flatMap(({ element }) => element ?? []), ...whereOf(change, changes) }];
  });
}

/** Where a change takes place; where its former answer says so already, what sets it off from its siblings. */
function whereOf(change: Change, changes: readonly Change[]): Pick<Group, "where" | "anyOf"> {
  const { among, classes, isComplete } = change;
  if (!isComplete) return { where: [], anyOf: among };
  const shared = sharedBy(among);
  if (among.some((kind) => kind.length > 0)) {
    const others = among.map((kind) => kind.filter((constraint) => !shared.has(JSON.stringify(constraint))));
    return { where: [...shared.values()], anyOf: others.length > 1 ? others : [] };
  }
  const siblings = changes.filter(
    ({ decision, element }) => decision === change.decision && element === change.element,
  );
  const common = sharedBy(siblings.flatMap((sibling) => sibling.classes.map(({ when }) => when)));
  const own = sharedBy(classes.map(({ when }) => when));
  return {
    where: [...own].filter(([key]) => !common.has(key)).map(([, constraint]) => constraint),
    anyOf: [],
  };
}

function sharedBy(classes: readonly (readonly Constraint[])[]): ReadonlyMap<string, Constraint> {
  const keys = classes.map((when) => new Set(when.map((constraint) => JSON.stringify(constraint))));
  const [first = []] = classes;
  return new Map(
    first.flatMap((constraint): [string, Constraint][] => {
      const key = JSON.stringify(constraint);
      return keys.every((all) => all.has(key)) ? [[key, constraint]] : [];
    }),
  );
}

function changeInWords(locale: Locale, group: Group): ChangeInWords {
  const say = verifyWordingOf(locale.locale);
  return {
    decision: group.change.decision,
    change: sentenceOf(locale, say, [group], () => ""),
    where: constraintsInWords(locale, group.where),
    anyOf: group.anyOf.map((kind) => constraintsInWords(locale, kind)),
  };
}

function summaryOf(locale: Locale, period: ChangedPeriod, groups: readonly Group[]): string {
  const say = verifyWordingOf(locale.locale);
  const alike = groupedBy(groups, (group) => `${group.change.decision} ${wayOf(group.change)}`);
  const { notice } = noticeOf(locale, period);
  const parts =
    groups.length > mostTold
      ? [manyInWords(locale, period)]
      : [...alike.values()].flatMap((of) =>
          wayOf(of[0]?.change) === "comes" || wayOf(of[0]?.change) === "goes"
            ? of.map((one) => sentenceOf(locale, say, [one], (group) => inBrackets(locale, group)))
            : [sentenceOf(locale, say, of, (group) => inBrackets(locale, group))],
        );
  const all = [...(notice === undefined ? [] : [notice]), ...parts];
  const ends = notice === undefined ? [say.diff.nothingElse] : [];
  return say.diff.sentence(daysInWords(locale, period), [...all, ...ends]);
}

/** More changes are named by their answers alone, more conditions are not named at all. */
const mostTold = 8;
const mostNamed = 3;

function manyInWords(locale: Locale, { changes }: ChangedPeriod): string {
  const decisions = [...new Set(changes.map(({ decision }) => decision))];
  const labels = decisions.map((decision) => locale.labels.decisions[decision] ?? decision);
  return verifyWordingOf(locale.locale).diff.manyChange(labels.join(", "));
}

function inBrackets(locale: Locale, { change, where, anyOf }: Group): string {
  const words = constraintsInWords(locale, where);
  if (words.length === 0 && anyOf.length === 0) return "";
  const isShort = anyOf.length === 0 && words.length <= mostNamed;
  const { diff } = verifyWordingOf(locale.locale);
  if (!change.isComplete) return ` (${diff.moreKindsOfCases(anyOf.length)})`;
  return ` (${isShort ? words.join(", ") : diff.kindsOfCases(Math.max(anyOf.length, 1))})`;
}

type Way = "comes" | "goes" | "rises" | "falls" | "changes";

function wayOf(change: Change | undefined): Way {
  if (!change) return "changes";
  const { element, before, after } = change;
  const [from, to] = [before, after].map((answered) => ("value" in answered ? answered.value : undefined));
  if (element !== undefined) return to === true ? "comes" : "goes";
  if (typeof from !== "number" || typeof to !== "number") return "changes";
  return from < to ? "rises" : "falls";
}

/** Changes of one decision in one way, said together. */
function sentenceOf(
  locale: Locale,
  { and, quoted, diff: say }: VerifyWording,
  groups: readonly Group[],
  aside: (group: Group) => string,
): string {
  const [first] = groups;
  if (!first) return "";
  const { decision } = first.change;
  const label = locale.labels.decisions[decision] ?? decision;
  const declared: Written = locale.policy.decisions[decision] ?? { kind: "text" };
  const name = `decision.${decision}`;
  const value = (one: boolean | number | string): string => valueInWords(locale, name, declared, one);
  const answer = (one: Answered): string =>
    "value" in one ? value(one.value) : factPlusInWords(locale, one);
  const way = wayOf(first.change);
  if (way === "comes" || way === "goes") {
    return `${say[way](label, and(first.elements.map((one) => quoted(value(one)))))}${aside(first)}`;
  }
  const move = ({ change: { before, after } }: Group): string =>
    way === "changes"
      ? say.becomes(quoted(answer(before)), quoted(answer(after)))
      : say.fromTo(answer(before), answer(after));
  return say[way](label, and(groups.map((group) => `${move(group)}${aside(group)}`)));
}

function daysInWords(locale: Locale, { from, to }: ChangedPeriod): string {
  const day = (one: string | null): string | undefined =>
    one === null ? undefined : dayInWords(locale.locale, one);
  return verifyWordingOf(locale.locale).diff.period(day(from), day(to));
}

function noticeOf(locale: Locale, { inForce }: ChangedPeriod): { readonly notice?: string } {
  const { diff: say } = verifyWordingOf(locale.locale);
  if (inForce.before === inForce.after) return {};
  return { notice: inForce.after ? say.startsToHold : say.ceasesToHold };
}
