import { GuichetError, problemAt } from "@guichet/rules";
import type { Capabilities } from "@guichet/sync";
import { dialectOf, type DialectChanges, type OmnidocDialect } from "./wire/dialect.js";

/** What a clinic tells us of its platform. What nobody has confirmed is not relied on. */
export interface OmnidocOptions {
  /** Base of the FHIR server, `https://…/fhir`. */
  readonly baseUrl: string;
  /** A secret of this clinic, 32 bytes or more: patients are counted under a pseudonym made with it. */
  readonly pseudonymKey: Uint8Array;
  /** The addresses and code systems that are otherwise than in `neutralDialect`. */
  readonly dialect?: DialectChanges;
  /** The zone whose calendar gives days. `Europe/Paris` when left out. */
  readonly zone?: string;
  /** What the platform has confirmed; nothing when left out. */
  readonly honours?: {
    /** `ifNoneExist` inside a transaction: a request is made once, however often it is sent. */
    readonly conditionalCreate?: boolean;
    /** Requests can be searched by our identifier. */
    readonly searchByReference?: boolean;
    /** Answers have an `ETag`, and a write with another `If-Match` is refused. */
    readonly versions?: boolean;
    /** After so many seconds a request that was sent has no effect any more. */
    readonly requestLifeSeconds?: number;
  };
  /** What every search is narrowed to, such as the requester's number; nothing where the token says whose they are. */
  readonly scope?: readonly (readonly [name: string, value: string])[];
}

/** Options with everything that was left out. */
export interface OmnidocSettings extends Required<Omit<OmnidocOptions, "honours" | "dialect">> {
  readonly dialect: OmnidocDialect;
  readonly capabilities: Capabilities;
}

/**
 * Reads the options of a clinic.
 *
 * Errors: `options-refused`.
 */
export function settingsOf(options: OmnidocOptions): OmnidocSettings {
  if (options.pseudonymKey.byteLength < 32) {
    throw new GuichetError("options-refused", [
      problemAt(
        "key-too-short",
        "omnidoc, pseudonymKey",
        "not 32 bytes or more",
        "make one from a secure source",
      ),
    ]);
  }
  const { conditionalCreate = false, searchByReference = false, versions = false } = options.honours ?? {};
  return {
    baseUrl: options.baseUrl,
    pseudonymKey: options.pseudonymKey,
    dialect: dialectOf(options.dialect),
    zone: options.zone ?? "Europe/Paris",
    scope: options.scope ?? [],
    capabilities: {
      idempotencyKeys: conditionalCreate,
      searchByReference,
      versions,
      requestLifeSeconds: options.honours?.requestLifeSeconds,
    },
  };
}
