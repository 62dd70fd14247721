import type {
  EntryActor,
  EntryEvent,
  PassedOverReason,
  RecordChecklist,
  SlotReason,
  UncountedAct,
  UnmatchedReason,
} from "@guichet/rules/desk";
import type { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import type { DeskTaskName } from "./desk-task-names.js";

type Words<Key extends string> = Readonly<Record<Key, string>>;
/** A set of reasons without those the policy has words for. */
type OfDesk<Reason extends string> = Words<
  Exclude<Reason, (typeof waitlistOffer)["decisions"]["refusals"]["values"][number]>
>;

/** What the views of the desk tasks say beside the words of the policies, in one language. */
export interface DeskWording {
  readonly tasks: Readonly<Record<DeskTaskName, { readonly title: string; readonly answers: string }>>;
  readonly taskColumns: readonly [task: string, answers: string];
  readonly taskExamples: (inputs: string) => string;
  readonly slots: {
    readonly found: (count: number) => string;
    readonly none: string;
    readonly columns: readonly [day: string, time: string, practitioner: string, minutes: string];
    readonly more: (count: number) => string;
    readonly refused: (count: number) => string;
    readonly reasons: OfDesk<SlotReason>;
  };
  readonly booking: {
    readonly agreed: string;
    readonly offered: string;
    readonly open: string;
    readonly possible: string;
    readonly toTell: string;
    readonly alternatives: string;
    readonly entry: string;
  };
  readonly waitlist: {
    readonly proposals: (count: number) => string;
    readonly columns: readonly [
      turn: string,
      entry: string,
      slot: string,
      day: string,
      time: string,
      practitioner: string,
    ];
    readonly unmatched: string;
    readonly reasonOf: (reason: string, slots: number) => string;
    readonly reasons: OfDesk<UnmatchedReason>;
  };
  readonly entry: {
    readonly moved: (from: string, to: string) => string;
    readonly event: string;
    readonly slot: string;
    readonly refusedSlots: string;
    readonly next: string;
    readonly nothingNext: string;
    readonly events: Words<EntryEvent>;
    readonly actors: Words<EntryActor>;
  };
  readonly invoice: {
    readonly priced: string;
    readonly open: (open: number, lines: number) => string;
    readonly columns: readonly [line: string, payer: string, price: string, discount: string, toPay: string];
    readonly total: string;
    readonly next: string;
  };
  readonly record: {
    readonly next: (step: string, by: string | undefined) => string;
    readonly possible: (steps: readonly string[]) => string;
    /** Those the policy has no word for. */
    readonly by: Words<"desk" | "management">;
    readonly window: string;
    readonly workingDays: string;
    readonly over: string;
    readonly documents: string;
    readonly documentStates: Words<RecordChecklist["documents"][number]["state"]>;
    readonly evidence: string;
    readonly evidenceStates: Words<RecordChecklist["evidence"][number]["state"]>;
  };
  readonly route: {
    readonly routed: (responder: string) => string;
    readonly nobody: string;
    readonly now: string;
    readonly from: (moment: string) => string;
    readonly never: string;
    readonly passedOver: string;
    readonly reasons: Words<PassedOverReason>;
  };
  readonly claim: {
    readonly settled: string;
    readonly open: string;
    readonly roles: Words<"responder" | "requester">;
    readonly claim: string;
    readonly incomplete: string;
    readonly lumpSum: (paidIn: number) => string;
    readonly none: string;
    readonly possible: string;
    readonly actOn: string;
    readonly fee: string;
    readonly names: string;
    readonly missing: string;
    readonly because: string;
  };
  readonly statement: {
    readonly settled: (year: number, paidIn: number) => string;
    readonly open: (acts: number) => string;
    readonly columns: readonly [act: string, day: string, share: string, paid: string, cut: string];
    readonly sum: string;
    readonly ceiling: string;
    readonly paid: string;
    readonly cut: string;
    readonly openActs: string;
    readonly uncounted: string;
    readonly because: Words<UncountedAct["because"]>;
  };
}
