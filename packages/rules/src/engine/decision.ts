import type { Citation, Confidence } from "../language/citation.js";
import type { PublicDecision } from "../language/decision.js";
import type { Holder } from "../language/fact.js";
import type { ValueOf } from "../language/kind.js";
import type { OutcomeOfPolicy, Policy } from "../language/policy.js";

/** What a decision can still be; `null` is unbounded, and `none` says that none is possible too. */
export type OpenOf<Declared> = Declared extends {
  readonly kind: "set-of";
  readonly values: readonly (infer Value)[];
}
  ? { readonly certain: readonly Value[]; readonly possible: readonly Value[] }
  : Declared extends { readonly kind: "boolean" | "one-of" }
    ? { readonly oneOf: readonly ValueOf<Declared>[] }
    : {
        readonly from: Exclude<ValueOf<Declared>, "none"> | null;
        readonly to: Exclude<ValueOf<Declared>, "none"> | null;
        readonly none?: true;
      };

/** A fact that can still change an open decision. */
export interface Need {
  readonly fact: string;
  /** Who can tell. */
  readonly holder: Holder;
  /** The open decisions it can change, in declared order. */
  readonly affects: readonly string[];
}

/** A rate a decision was made with. */
export interface RateUsed {
  readonly name: string;
  /** The key of its row, where it is keyed; a row for all others has none. */
  readonly for?: readonly string[];
  readonly value: number | string | readonly string[];
  /** The day from which the row holds, or `"open"`. */
  readonly from: string;
}

/** Why a settled decision is what it is. */
export interface Because {
  readonly decision: string;
  /** The cases that made it. Several that are not certain: any of them may be the one, with the same result. */
  readonly cases: readonly { readonly id: string; readonly certain: boolean }[];
  readonly rates: readonly RateUsed[];
  readonly cites: readonly Citation[];
  /** The least of the confidences of what it cites. */
  readonly confidence: Confidence;
  /** Whether a source is silent here. */
  readonly gap: boolean;
}

/** How fresh the sources are that were used: the worst of them. */
export interface Freshness {
  /** The day on which the source looked at longest ago was compared with the data. */
  readonly checkedOn: string;
  /** False when one of them does not say from when it holds. */
  readonly dated: boolean;
  /** Whether `checkedOn` lies more than the horizon before the governing date; `null` while that is unknown. */
  readonly stale: boolean | null;
}

interface Stamp<P extends Policy> {
  readonly format: "guichet-decision/1";
  readonly policy: P["id"];
  /** The edition in force; `null` when the governing date is unknown, or before the first one. */
  readonly edition: string | null;
  readonly governingDate: string | null;
  /** The ids of the clinic's amendments that hold on the governing date; on any day it can be while that is unknown. */
  readonly amendments: readonly string[];
  /** Names what was in force: the same fingerprint, the same answers. `null` when the governing date is unknown. */
  readonly fingerprint: string | null;
}

/** Every completion of the facts gives this outcome. */
export interface Decided<P extends Policy = Policy> extends Stamp<P> {
  readonly status: "decided";
  readonly outcome: OutcomeOfPolicy<P>;
  /** Always empty: its shape lets `decision.open?.x` be read before the status is known. */
  readonly open: StillOpen<P>["open"];
  readonly needs: readonly [];
  readonly because: readonly Because[];
  readonly freshness: Freshness;
}

/** Some decisions are settled; the others depend on facts that are not known yet. */
export interface StillOpen<P extends Policy = Policy> extends Stamp<P> {
  readonly status: "open";
  /** The settled decisions only. */
  readonly outcome: Partial<OutcomeOfPolicy<P>>;
  readonly open: { readonly [Name in PublicDecision<P["decisions"]>]?: OpenOf<P["decisions"][Name]> };
  /** What to ask, the fact that changes most decisions first. */
  readonly needs: readonly Need[];
  readonly because: readonly Because[];
  readonly freshness: Freshness;
}

/** The governing date lies before the first edition: an answer without an outcome. */
export interface NotInForce<P extends Policy = Policy> extends Stamp<P> {
  readonly status: "not-in-force";
  readonly outcome?: never;
  readonly open?: never;
  readonly needs?: never;
  readonly because?: never;
  readonly freshness?: never;
}

/** What `decide` answers. */
export type Decision<P extends Policy = Policy> = Decided<P> | StillOpen<P> | NotInForce<P>;
