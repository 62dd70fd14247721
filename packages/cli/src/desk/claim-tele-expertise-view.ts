import type { Need } from "@guichet/rules";
import {
  amountInWords,
  type ClaimRefusal,
  type NamedParty,
  type RequesterClaim,
  type ResponderClaim,
  type TeleExpertiseClaimInput,
  type TeleExpertiseClaims,
  type TeleExpertiseRole,
} from "@guichet/rules/desk";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { match, P } from "ts-pattern";
import { dayInWords } from "../day-in-words.js";
import { labelledLines } from "../render/layout.js";
import { askedSection } from "./asked-section.js";
import type { Section, Shown } from "./desk-task.js";
import { answerLabel, wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";
import { whySection } from "./why-section.js";

type ClaimsShown = Shown<TeleExpertiseClaimInput, TeleExpertiseClaims>;
type Claim = ResponderClaim | RequesterClaim;
type Row = readonly [label: string, text: string];

/** What both sides bill for one opinion, what to ask, and why. An identifier is named, and never printed. */
export function claimTeleExpertiseView(shown: ClaimsShown): readonly Section[] {
  const { desk, result } = shown;
  const isOpen = isUnfinished(result.responder) || isUnfinished(result.requester);
  return [
    headSection(
      shown,
      "claim-tele-expertise",
      isOpen ? "open" : "done",
      isOpen ? desk.claim.open : desk.claim.settled,
    ),
    claimLines(shown, "responder", result.responder),
    claimLines(shown, "requester", result.requester),
    askedSection(shown, teleExpertise, needsOf(result)),
    whySection(shown, [
      told(shown, "responder", ["responderAct", "responderFeeCents", "responderBillingRefusals"]),
      told(shown, "requester", ["requesterAct", "requesterFeeCents", "requesterBillingRefusals"]),
    ]),
  ];
}

/** What can still change a claim: the reasons why there is none need not be complete. */
function needsOf({ responder, requester, decision }: TeleExpertiseClaims): readonly Need[] {
  const asked = [responder, requester].flatMap((claim) => (claim.status === "open" ? claim.needs : []));
  return (decision.needs ?? []).filter(({ fact }) => asked.some((need) => need.fact === fact));
}

/** Whether something has to be supplied before the claim can be made, or ruled out. */
export function isUnfinished({ status }: Claim): boolean {
  return status === "open" || status === "incomplete";
}

function told({ desk, result }: ClaimsShown, role: TeleExpertiseRole, answers: readonly string[]) {
  return { label: desk.claim.roles[role], policy: teleExpertise, decision: result.decision, answers };
}

function claimLines(shown: ClaimsShown, role: TeleExpertiseRole, claim: Claim): Section {
  const { desk, look, ui } = shown;
  const { bold, green, yellow } = look.paint;
  const [status, rows] = statusAndRows(shown, role, claim);
  return [
    ui.fact(bold(desk.claim.roles[role]), (isUnfinished(claim) ? yellow : green)(status)),
    ...labelledLines(
      rows.map(([label, text]) => ({ label, value: [{ text }] })),
      2,
      look,
    ),
  ];
}

function statusAndRows(
  shown: ClaimsShown,
  role: TeleExpertiseRole,
  claim: Claim,
): readonly [status: string, rows: readonly Row[]] {
  const { desk, language, localeOf } = shown;
  const locale = localeOf(teleExpertise);
  const act = answerLabel(locale, `${role}Act`);
  const word = (name: string, value: string): string => wordIn(locale, name, value);
  const cents = (amount: Parameters<typeof amountInWords>[0]): string =>
    amountInWords(amount, "EUR", language);
  const day = (on: string): Row => [desk.claim.actOn, dayInWords(language, on)];
  return match(claim)
    .returnType<readonly [string, readonly Row[]]>()
    .with({ status: P.union("claim", "incomplete") }, (billed) => {
      const level: Row[] =
        "level" in billed ? [[answerLabel(locale, "level"), word("decision.level", billed.level)]] : [];
      const names: Row =
        billed.status === "claim"
          ? [desk.claim.names, identifiersIn(shown, Object.keys(billed.identifiers) as NamedParty[])]
          : [
              desk.claim.missing,
              billed.missingIdentifiers
                .map((id) => word("decision.responderClaimIdentifiers", id))
                .join(", "),
            ];
      const rows: Row[] = [
        [act, billed.actCode],
        ...level,
        day(billed.actOn),
        [desk.claim.fee, cents(billed.feeCents)],
        [
          answerLabel(locale, "billing"),
          billingWords(billed)
            .map((one) => word("decision.billing", one))
            .join(", "),
        ],
        names,
      ];
      return [billed.status === "claim" ? desk.claim.claim : desk.claim.incomplete, rows];
    })
    .with({ status: "lump-sum" }, ({ actOn, feeCents, paidIn }) => [
      desk.claim.lumpSum(paidIn),
      [day(actOn), [desk.claim.fee, cents(feeCents)]],
    ])
    .with({ status: "no-claim" }, ({ refusals }) => [
      desk.claim.none,
      refusals.length === 0
        ? []
        : [[desk.claim.because, refusals.map((one) => refusalWord(word, one)).join(", ")]],
    ])
    .with({ status: "open" }, ({ actCodes, feeCents: { from, to } }) => [
      desk.claim.possible,
      [
        [act, actCodes.map((code) => word(`decision.${role}Act`, code)).join(" / ")],
        ...(from === null || to === null ? [] : [[desk.claim.fee, cents({ from, to })] as const]),
      ],
    ])
    .exhaustive();
}

function identifiersIn({ localeOf }: ClaimsShown, parties: readonly NamedParty[]): string {
  const locale = localeOf(teleExpertise);
  return parties
    .map((party) => wordIn(locale, "decision.responderClaimIdentifiers", `${party}-identifier`))
    .join(", ");
}

/** The conditions of a claim, as the policy lists them. */
function billingWords(claim: {
  readonly thirdPartyPayment: boolean;
  readonly fullyReimbursed: boolean;
  readonly extraFeeAllowed: boolean;
  readonly combinable: boolean;
}): readonly string[] {
  return [
    ...(claim.thirdPartyPayment ? ["third-party-payment"] : []),
    ...(claim.fullyReimbursed ? ["fully-reimbursed"] : []),
    ...(claim.extraFeeAllowed ? [] : ["no-extra-fee"]),
    ...(claim.combinable ? [] : ["not-combinable"]),
  ];
}

function refusalWord(
  word: (name: string, value: string) => string,
  { about, refusal }: ClaimRefusal,
): string {
  return word(about === "opinion" ? "decision.refusals" : `decision.${about}BillingRefusals`, refusal);
}
