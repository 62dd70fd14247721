import type { Decided } from "@guichet/rules";

/**
 * The line of decisions with the same reasons, without its beginning. Reasons that are shared belong to one stretch of
 * days. The day and the freshness are those of each decision, and so is the outcome, though few are different.
 */
export class SharedLine {
  #because: Uint8Array;
  #bytes = new Uint8Array();
  #dayAt = 0;
  // Those of the decision before.
  #day: string | null = null;
  #values: readonly unknown[] = [];
  #freshness: Decided["freshness"] | undefined;

  constructor({ because }: Decided) {
    this.#because = Buffer.from(JSON.stringify(because));
  }

  /** The bytes of a decision from its `format` to the line feed. They are written over by the next one. */
  of(decision: Decided): Uint8Array {
    const { governingDate: day, outcome, freshness } = decision;
    if (freshness !== this.#freshness || day?.length !== this.#day?.length || !this.#hasValues(outcome)) {
      this.#write(decision);
      this.#freshness = freshness;
      this.#values = Object.values(outcome);
      this.#day = day;
    } else if (day !== null) {
      const [bytes, from] = [this.#bytes, this.#dayAt];
      for (let at = 0; at < day.length; at += 1) bytes[from + at] = day.charCodeAt(at);
    }
    return this.#bytes;
  }

  /** Outcomes of one policy have the same decisions in the same order. */
  #hasValues(outcome: Decided["outcome"]): boolean {
    const before = this.#values;
    let at = 0;
    for (const name in outcome) {
      if (outcome[name] !== before[at]) return false;
      at += 1;
    }
    return at === before.length;
  }

  #write(decision: Decided): void {
    const { format, policy, edition, governingDate, amendments, fingerprint } = decision;
    const { status, outcome, open, needs, freshness } = decision;
    const between = { amendments, fingerprint, status, outcome, open, needs };
    const head = Buffer.from(`${JSON.stringify({ format, policy, edition }).slice(1, -1)},"governingDate":`);
    const middle = `${JSON.stringify(governingDate)},${JSON.stringify(between).slice(1, -1)},"because":`;
    const end = Buffer.from(`,"freshness":${JSON.stringify(freshness)}}\n`);
    const start = Buffer.concat([head, Buffer.from(middle)]);
    this.#bytes = Buffer.concat([start, this.#because, end]);
    this.#because = this.#bytes.subarray(start.length, -end.length);
    this.#dayAt = head.length + 1;
  }
}
