// What a careful developer writes once by hand: the same acceptance as the library, wrong facts give nothing.

export type Raw = Readonly<Record<string, unknown>>;

/** An object with no names but these. */
export function objectOf(raw: unknown, names: ReadonlySet<string>): Raw | undefined {
  if (typeof raw !== "object" || raw === null || Object.prototype.toString.call(raw) !== "[object Object]") {
    return undefined;
  }
  for (const name of Object.keys(raw)) if (!names.has(name)) return undefined;
  return raw as Raw;
}

export function isDay(raw: unknown): raw is string {
  if (typeof raw !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return false;
  const year = Number(raw.slice(0, 4));
  const month = Number(raw.slice(5, 7));
  const day = Number(raw.slice(8));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (month === 2) return day <= ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

export function isCount(raw: unknown): raw is number {
  return Number.isSafeInteger(raw) && (raw as number) >= 0;
}

export function isOneOf(raw: unknown, values: ReadonlySet<unknown>): raw is string {
  return values.has(raw);
}

/** A list of these values, each at most once. */
export function isListOf(raw: unknown, values: ReadonlySet<unknown>): raw is readonly string[] {
  if (!Array.isArray(raw) || raw.length > values.size) return false;
  for (let at = 0; at < raw.length; at += 1) {
    if (!values.has(raw[at]) || raw.indexOf(raw[at]) !== at) return false;
  }
  return true;
}
