const lastAscii = 0x7f;

/** Signs of a text that is short. */
const mostShort = 48;

/** Gathers text as UTF-8, in memory that it is given. Each text is written where it stays. */
export class TextBytes {
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;

  /** More memory is taken where this does not do. */
  constructor(memory: ArrayBuffer) {
    this.#bytes = Buffer.from(memory);
  }

  add(text: string): void {
    // A unit of UTF-16 takes three bytes at most.
    this.#makeRoom(text.length * 3);
    if (text.length > mostShort || !this.#addShort(text))
      this.#length += this.#bytes.write(text, this.#length);
  }

  /** Whether a text could be written sign by sign, which for few of them is faster than to call for help: ASCII can. */
  #addShort(text: string): boolean {
    const [bytes, from] = [this.#bytes, this.#length];
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign > lastAscii) return false;
      bytes[from + at] = sign;
    }
    this.#length += text.length;
    return true;
  }

  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written: in the memory that was given, or in more. */
  taken(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer, 0, this.#length);
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.from(new ArrayBuffer(Math.max(needed, this.#bytes.length * 2)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
