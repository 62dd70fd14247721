import { GuichetError, problemAt, type Problem } from "@guichet/rules";
import { dayFromIso, millisFromInstant } from "@guichet/rules/calendar";
import { isNational } from "../wire/national-identifiers.js";
import type { OpinionRequest, Professional } from "./opinion-request.js";

/**
 * Checks the identifiers and moments of a request before it is recorded: what is wrong here is refused by every
 * platform, days later and in other words.
 *
 * Errors: `request-refused`, with every problem at once and no value of it.
 */
export function checkRequest(request: Omit<OpinionRequest, "consentGiven">): void {
  const problems = [
    ...checkMoment("askedAt", request.askedAt),
    ...checkNumber("patient.ins", "ins", request.patient.ins),
    ...checkDay("patient.bornOn", request.patient.bornOn),
    ...checkProfessional("requester", request.requester),
    ...("responder" in request.to ? checkProfessional("to.responder", request.to.responder) : []),
  ];
  if (problems.length > 0) throw new GuichetError("request-refused", problems);
}

function checkProfessional(path: string, professional: Professional): readonly Problem[] {
  const { workplace } = professional;
  return [
    ...("rpps" in professional
      ? checkNumber(`${path}.rpps`, "rpps", professional.rpps)
      : checkNumber(`${path}.adeli`, "adeli", professional.adeli)),
    ...(workplace ? checkNumber(`${path}.workplace.finess`, "finess", workplace.finess) : []),
  ];
}

function checkNumber(path: string, kind: keyof typeof forms, value: string): readonly Problem[] {
  if (isNational(kind, value)) return [];
  const [code, form] = forms[kind];
  return [problemAt(code, `opinion request, ${path}`, "no such number", `supply ${form}`)];
}

const forms = {
  rpps: ["not-an-rpps-number", "11 digits"],
  adeli: ["not-an-adeli-number", "9 digits"],
  finess: ["not-a-finess-number", "9 digits"],
  ins: ["not-an-ins-number", "15 digits whose key fits"],
} as const;

function checkDay(path: string, day: string): readonly Problem[] {
  if (dayFromIso(day) !== undefined) return [];
  return [
    problemAt("not-a-date", `opinion request, ${path}`, "no day of the calendar", "write it as YYYY-MM-DD"),
  ];
}

function checkMoment(path: string, instant: string): readonly Problem[] {
  if (millisFromInstant(instant) !== undefined) return [];
  return [problemAt("not-an-instant", `opinion request, ${path}`, "no moment", "write it with its offset")];
}
