/** Lines of code with their indentation: generated code is read by people too. */
export class Lines {
  readonly #lines: string[] = [];
  #depth = 0;

  add(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line === "" ? "" : "  ".repeat(this.#depth) + line);
  }

  /** A block, from the line that opens it to the one that closes it. */
  block(opening: string, closing: string, inside: () => void): void {
    this.add(opening);
    this.inside(inside);
    this.add(closing);
  }

  /** One step in. */
  inside(inside: () => void): void {
    this.#depth += 1;
    inside();
    this.#depth -= 1;
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
