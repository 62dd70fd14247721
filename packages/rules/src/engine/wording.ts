import type { Confidence } from "../language/citation.js";
import type { Holder } from "../language/fact.js";

/** How the limits of what is possible are said. */
interface RangeWording {
  readonly between: (from: string, to: string) => string;
  readonly from: (from: string) => string;
  readonly upTo: (to: string) => string;
}

/** The words between a policy's own words, in one language. */
export interface Wording {
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly nothing: string;
  readonly unbounded: string;
  readonly or: (parts: readonly string[]) => string;
  readonly days: RangeWording;
  readonly numbers: RangeWording;
  readonly orNone: (range: string) => string;
  readonly certainly: (certain: readonly string[], possible: readonly string[]) => string;
  /** A day as Intl writes it, made fit for a sentence. */
  readonly day: (written: string) => string;
  readonly answer: (label: string, answer: string) => string;
  /** A reason that may be another one. */
  readonly perhaps: (reason: string) => string;
  readonly gap: string;
  readonly holder: Readonly<Record<Holder, string>>;
  readonly ask: (holder: string, question: string) => string;
  readonly notInForce: (firstDay: string) => string;
  readonly undated: string;
  readonly stale: (checkedOn: string) => string;
  /** What a careful reader should know of answers whose sources are not certain. */
  readonly unsure: Readonly<Record<Exclude<Confidence, "certain">, (labels: readonly string[]) => string>>;
}

const english: Wording = {
  yes: "yes",
  no: "no",
  none: "none",
  nothing: "nothing",
  unbounded: "any",
  or: (parts) => listed(parts, " or "),
  days: {
    between: (from, to) => `between ${from} and ${to}`,
    from: (from) => `from ${from} on`,
    upTo: (to) => `until ${to}`,
  },
  numbers: {
    between: (from, to) => `between ${from} and ${to}`,
    from: (from) => `${from} or more`,
    upTo: (to) => `up to ${to}`,
  },
  orNone: (range) => `${range}, or none`,
  certainly: (certain, possible) =>
    certain.length === 0
      ? `possibly ${possible.join(", ")}`
      : `${certain.join(", ")}; possibly also ${possible.join(", ")}`,
  day: (written) => written,
  answer: (label, answer) => `${label}: ${answer}.`,
  perhaps: (reason) => `Perhaps: ${reason}`,
  gap: "(The source is silent here.)",
  holder: {
    patient: "the patient",
    desk: "the front desk",
    practitioner: "the practitioner",
    record: "the patient's record",
    MIS: "the clinic's information system",
    platform: "the tele-expertise platform",
    insurer: "the insurer",
  },
  ask: (holder, question) => `Ask ${holder}: ${question}.`,
  notInForce: (firstDay) => `Not in force: the first edition starts on ${firstDay}.`,
  undated: "A source used here does not say from when it holds.",
  stale: (checkedOn) => `A source used here was last compared on ${checkedOn}.`,
  unsure: {
    likely: (labels) => `Likely, not confirmed at the source: ${labels.join(", ")}.`,
    interpretation: (labels) => `Our reading of the source, not its words: ${labels.join(", ")}.`,
  },
};

const french: Wording = {
  yes: "oui",
  no: "non",
  none: "aucun",
  nothing: "rien",
  unbounded: "sans limite",
  or: (parts) => listed(parts, " ou "),
  days: {
    between: (from, to) => `entre le ${from} et le ${to}`,
    from: (from) => `à partir du ${from}`,
    upTo: (to) => `jusqu’au ${to}`,
  },
  numbers: {
    between: (from, to) => `entre ${from} et ${to}`,
    from: (from) => `au moins ${from}`,
    upTo: (to) => `au plus ${to}`,
  },
  orNone: (range) => `${range}, ou aucun`,
  certainly: (certain, possible) =>
    certain.length === 0
      ? `peut-être ${possible.join(", ")}`
      : `${certain.join(", ")} ; peut-être aussi ${possible.join(", ")}`,
  day: (written) => written.replace(/^1 /, "1er "),
  answer: (label, answer) => `${label} : ${answer}.`,
  perhaps: (reason) => `Peut-être : ${reason}`,
  gap: "(La source ne dit rien sur ce point.)",
  holder: {
    patient: "le patient",
    desk: "l’accueil",
    practitioner: "le praticien",
    record: "le dossier du patient",
    MIS: "le logiciel médical",
    platform: "la plateforme de téléexpertise",
    insurer: "l’assureur",
  },
  ask: (holder, question) => `À demander (${holder}) : ${question}.`,
  notInForce: (firstDay) => `Pas encore en vigueur : la première édition commence le ${firstDay}.`,
  undated: "Une source utilisée ici ne dit pas depuis quand elle s’applique.",
  stale: (checkedOn) => `Une source utilisée ici a été relue pour la dernière fois le ${checkedOn}.`,
  unsure: {
    likely: (labels) => `Probable, non confirmé à la source : ${labels.join(", ")}.`,
    interpretation: (labels) => `Notre lecture de la source, et non ses termes : ${labels.join(", ")}.`,
  },
};

const russian: Wording = {
  yes: "да",
  no: "нет",
  none: "нет",
  nothing: "ничего",
  unbounded: "без ограничения",
  or: (parts) => listed(parts, " или "),
  days: {
    between: (from, to) => `с ${from} по ${to}`,
    from: (from) => `с ${from}`,
    upTo: (to) => `по ${to}`,
  },
  numbers: {
    between: (from, to) => `от ${from} до ${to}`,
    from: (from) => `не меньше ${from}`,
    upTo: (to) => `не больше ${to}`,
  },
  orNone: (range) => `${range} либо отсутствует`,
  certainly: (certain, possible) =>
    certain.length === 0
      ? `возможно: ${possible.join(", ")}`
      : `${certain.join(", ")}; возможно также: ${possible.join(", ")}`,
  // "г." with a full stop of its own would end sentences twice.
  day: (written) => written.replace(/\sг\.$/, " года"),
  answer: (label, answer) => `${label}: ${answer}.`,
  perhaps: (reason) => `Возможно: ${reason}`,
  gap: "(Источник об этом умалчивает.)",
  holder: {
    patient: "пациент",
    desk: "регистратура",
    practitioner: "врач",
    record: "медицинская карта",
    MIS: "медицинская информационная система",
    platform: "платформа телеэкспертизы",
    insurer: "страховая компания",
  },
  ask: (holder, question) => `Уточнить (${holder}): ${question}.`,
  notInForce: (firstDay) => `Ещё не действует: первая редакция вступает в силу ${firstDay}.`,
  undated: "Один из источников не указывает, с какого дня он действует.",
  stale: (checkedOn) => `Один из источников последний раз сверяли ${checkedOn}.`,
  unsure: {
    likely: (labels) => `Вероятно, но по источнику не подтверждено: ${labels.join(", ")}.`,
    interpretation: (labels) => `Наше толкование источника, а не его слова: ${labels.join(", ")}.`,
  },
};

/** The wording of a locale; English where there is none. */
export function wordingOf(locale: string): Wording {
  const language = locale.toLowerCase().split("-")[0];
  if (language === "fr") return french;
  return language === "ru" ? russian : english;
}

function listed(parts: readonly string[], last: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")}${last}${parts.at(-1) ?? ""}`;
}
