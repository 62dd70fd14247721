/** Gathers text as UTF-8. Each text is written where it stays: one long text would be copied once more. */
export class TextBytes {
  #bytes: Buffer;
  #length = 0;

  /** `size`: how many bytes are expected. */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    // A unit of UTF-16 takes three bytes at most.
    const needed = this.#length + text.length * 3;
    if (needed > this.#bytes.length) this.#grow(needed);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** Puts an ASCII sign in the place of another. */
  replace(at: number, sign: number): void {
    this.#bytes[at] = sign;
  }

  /** What was written, in a buffer of its own. */
  taken(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer as ArrayBuffer, this.#bytes.byteOffset, this.#length);
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
