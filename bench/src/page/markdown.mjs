/** A table; columns of figures stand to the right. */
export function table(head, rows) {
  const isFigure = head.map((_, at) => at > 0 && rows.every((row) => /^(|[\d.,]+.*|none)$/.test(row[at])));
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(isFigure.map((right) => (right ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

export function list(items) {
  return items.map((item) => `- ${item}`).join("\n");
}

export function whole(number) {
  return Math.round(number).toLocaleString("en");
}

/** Two figures that count, or all of a large number. */
export function short(number) {
  if (number >= 100) return whole(number);
  return number.toPrecision(2).replace(/\.0$/, "");
}

export function times(ratio) {
  return `${short(ratio)}×`;
}

/** Nanoseconds in words. */
export function duration(nanoseconds) {
  if (nanoseconds < 1e4) return `${whole(nanoseconds)} ns`;
  if (nanoseconds < 1e6) return `${short(nanoseconds / 1e3)} µs`;
  return nanoseconds < 1e9 ? `${short(nanoseconds / 1e6)} ms` : `${short(nanoseconds / 1e9)} s`;
}

export function bytes(count) {
  if (count < 1000) return `${whole(count)} B`;
  return count < 1e6 ? `${short(count / 1e3)} kB` : `${short(count / 1e6)} MB`;
}

export function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
