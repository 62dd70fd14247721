/** All that a log, a metric or a trace can hold. Nobody's name, number, note, token or message has a place in it. */
export interface ObservedFields {
  readonly tenant: string;
  readonly platform: string;
  /** Of an intent. */
  readonly kind: string;
  /** The UUID of an intent. */
  readonly intent: string;
  readonly feed: string;
  /** Who sent a webhook. */
  readonly source: string;
  readonly task: string;
  readonly state: string;
  readonly outcome: string;
  readonly code: string;
  readonly port: number;
  readonly count: number;
  readonly attempt: number;
  readonly millis: number;
  /** How far behind, or how old. */
  readonly seconds: number;
}

export type ObservedField = keyof ObservedFields;

type Reader = (value: unknown) => string | number | undefined;

/** A stable word of the code or the configuration. */
const word: Reader = (value) =>
  typeof value === "string" && /^[a-z][a-z0-9]*(?:[-./:][a-z0-9]+)*$/.test(value) && value.length <= 64
    ? value
    : undefined;

/** With a letter in it: digits and hyphens alone may be somebody's birth date or number. */
const tenant: Reader = (value) =>
  typeof value === "string" && /^(?=.*[a-z])[a-z0-9][a-z0-9-]{0,62}$/.test(value) ? value : undefined;

const uuid: Reader = (value) =>
  typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
    ? value
    : undefined;

const number: Reader = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

const readers: Readonly<Record<ObservedField, Reader>> = {
  tenant,
  platform: word,
  kind: word,
  intent: uuid,
  feed: word,
  source: word,
  task: word,
  state: word,
  outcome: word,
  code: word,
  port: number,
  count: number,
  attempt: number,
  millis: number,
  seconds: number,
};

/** Of what is given, the fields that are asked for and hold what they should; anything else is dropped. */
export function observedFields(given: object, asked: readonly ObservedField[]): Partial<ObservedFields> {
  return Object.fromEntries(
    asked.flatMap((field) => {
      const value = readers[field](Reflect.get(given, field));
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
