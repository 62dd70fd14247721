import type { FactsOf } from "@guichet/rules";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";

export type Profession = NonNullable<NonNullable<FactsOf<typeof teleExpertise>["requester"]>["profession"]>;

/** Whether fees of mainland France apply, or those of the overseas departments. */
export type Region = NonNullable<NonNullable<FactsOf<typeof teleExpertise>["act"]>["region"]>;

/** The addresses and code systems a platform uses: what the draft of the exchange leaves open. */
export interface OmnidocDialect {
  /** Addresses of the extensions. */
  readonly extensions: {
    /** On the reply's bundle: where the user goes on with the draft. */
    readonly redirectUrl: string;
    /** On a request: where it is on the platform. */
    readonly requestUrl: string;
    readonly patientConsent: string;
    readonly splitActiveStatus: string;
  };
  /** Systems of identifiers: what is written is the first of each, what is read is any. */
  readonly systems: {
    /** Our own reference. */
    readonly reference: string;
    readonly rpps: readonly [string, ...string[]];
    readonly adeli: readonly [string, ...string[]];
    readonly finess: readonly [string, ...string[]];
    readonly ins: readonly [string, ...string[]];
    readonly profession: string;
    readonly specialty: string;
    readonly organizationType: string;
  };
  /** The code of each profession. Where two have one code, the first is read: nobody can tell them apart. */
  readonly professions: Readonly<Partial<Record<Profession, string>>>;
  /** The code of a multi-professional health centre (maison de santé). */
  readonly healthCentreType: string;
}

/** What a platform has otherwise than the neutral exchange; what is left out is as there. */
export interface DialectChanges {
  readonly extensions?: Partial<OmnidocDialect["extensions"]>;
  readonly systems?: Partial<OmnidocDialect["systems"]>;
  readonly professions?: OmnidocDialect["professions"];
  readonly healthCentreType?: string;
}

/** The dialect of a platform. */
export function dialectOf({
  extensions,
  systems,
  professions,
  healthCentreType = neutralDialect.healthCentreType,
}: DialectChanges = {}): OmnidocDialect {
  return {
    extensions: { ...neutralDialect.extensions, ...extensions },
    systems: { ...neutralDialect.systems, ...systems },
    professions: { ...neutralDialect.professions, ...professions },
    healthCentreType,
  };
}

/** The neutral exchange: national code systems, and placeholders where the draft has placeholders. */
export const neutralDialect: OmnidocDialect = {
  extensions: {
    redirectUrl: "https://example.org/fhir/StructureDefinition/redirect-url",
    requestUrl: "https://example.org/fhir/StructureDefinition/url-ltle",
    patientConsent: "https://example.org/fhir/StructureDefinition/patient-consent",
    splitActiveStatus: "https://example.org/fhir/StructureDefinition/split-active-status",
  },
  systems: {
    reference: "https://guichet.example/tele-expertise",
    rpps: ["https://rpps.esante.gouv.fr", "http://rpps.fr", "urn:oid:1.2.250.1.71.4.2.1"],
    adeli: ["https://adeli.esante.gouv.fr", "http://adeli.fr", "urn:oid:1.2.250.1.71.4.2.1"],
    finess: ["https://finess.esante.gouv.fr", "http://finess.sante.gouv.fr"],
    ins: ["urn:oid:1.2.250.1.213.1.4.8", "urn:oid:1.2.250.1.213.1.4.9", "urn:oid:1.2.250.1.213.1.4.10"],
    profession: "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante",
    specialty: "https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale",
    organizationType:
      "https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement",
  },
  professions: {
    physician: "10",
    pharmacist: "21",
    dentist: "40",
    midwife: "50",
    nurse: "60",
    "advanced-practice-nurse": "60",
    physiotherapist: "70",
    podiatrist: "80",
    "speech-therapist": "91",
    orthoptist: "92",
  },
  healthCentreType: "603",
};
