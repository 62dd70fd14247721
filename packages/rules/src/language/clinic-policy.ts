import type { SetOfKind } from "./kind.js";
import type { Policy } from "./policy.js";

/** A set has the elements the policy declares, and those a clinic has added. */
type Widened<Declared> =
  Declared extends SetOfKind<infer Value>
    ? Omit<Declared, "values"> & SetOfKind<Value | (string & Record<never, never>)>
    : Declared;
type WidenedFacts<F> = {
  readonly [Group in keyof F]: F[Group] extends { readonly kind: string }
    ? Widened<F[Group]>
    : { readonly [Name in keyof F[Group]]: Widened<F[Group][Name]> };
};

/** Tells the compiler that what was widened is still what a policy is made of. */
type Still<Part, Wide> = Wide extends infer Kept extends Part ? Kept : never;

/**
 * A policy as it was issued, or with a clinic's changes: it answers the same questions, and its sets may hold more.
 *
 * @example
 * const policies: { readonly discount: ClinicPolicy<typeof loyaltyDiscount> }[] = [
 *   { discount: loyaltyDiscount },
 *   { discount: amend(loyaltyDiscount, amendmentFromJson(text)) },
 * ];
 */
export interface ClinicPolicy<P extends Policy> extends Omit<Policy, "id" | "facts" | "decisions"> {
  readonly id: P["id"];
  readonly facts: Still<Policy["facts"], WidenedFacts<P["facts"]>>;
  readonly decisions: Still<
    Policy["decisions"],
    { readonly [Name in keyof P["decisions"]]: Widened<P["decisions"][Name]> }
  >;
}

/** A policy with a clinic's changes. */
export interface AmendedPolicy<P extends Policy> extends ClinicPolicy<P> {
  readonly amendments: NonNullable<Policy["amendments"]>;
}
