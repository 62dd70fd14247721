import type {
  BooleanKind,
  DateKind,
  IntegerKind,
  OneOfKind,
  SetOfKind,
  TextKind,
  TimeKind,
  ValueOf,
} from "./kind.js";

/** Who can tell us. */
export type Holder = "patient" | "desk" | "practitioner" | "record" | "MIS" | "platform" | "insurer";

/** Only `public` and `internal` values may be printed in messages. */
export type Privacy = "public" | "internal" | "personal" | "health";

/** What every fact says of itself. */
export interface FactAbout {
  /** What it means, in the policy's first language. */
  readonly label: string;
  readonly holder: Holder;
  readonly privacy: Privacy;
  readonly unit?: string;
}

export type FactDeclaration = FactAbout &
  (BooleanKind | OneOfKind | SetOfKind | IntegerKind | DateKind | TimeKind | TextKind);

/** A policy's facts: `name`, or `group.name`, never deeper. */
export type Facts = Readonly<Record<string, FactDeclaration | Readonly<Record<string, FactDeclaration>>>>;

type Declared = { readonly kind: string };

/** Every path of a policy's facts: `"visit.on" | "patient.minor"`. */
export type FactPath<F> = {
  [Group in keyof F & string]: F[Group] extends Declared ? Group : `${Group}.${keyof F[Group] & string}`;
}[keyof F & string];

/** The declaration at a path. */
export type FactAt<F, Path extends string> = Path extends keyof F
  ? F[Path]
  : Path extends `${infer Group}.${infer Name}`
    ? Group extends keyof F
      ? Name extends keyof F[Group]
        ? F[Group][Name]
        : never
      : never
    : never;

/**
 * The facts somebody may supply: all optional, because what is left out is unknown. A policy that was loaded from
 * a file has no types of its own: anything may be supplied, and is checked.
 */
export type FactsInput<F> = string extends keyof F
  ? object
  : {
      readonly [Group in keyof F]?: F[Group] extends Declared
        ? ValueOf<F[Group]>
        : { readonly [Name in keyof F[Group]]?: ValueOf<F[Group][Name]> };
    };
