/** A line of a file: its bytes, or `undefined` where it is longer than anybody wants to hold. */
export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

const lineFeed = 0x0a;

/** Cuts chunks of bytes into lines, a chunk at a time; what is kept is one chunk and one line. */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > longest) begun = [];
    else if (piece.length > 0) begun.push(piece);
  };
  const end = (): Line => {
    const [only] = begun;
    const whole = begun.length === 1 && only !== undefined ? only : Buffer.concat(begun);
    const line = { number, bytes: length > longest ? undefined : whole };
    [number, begun, length] = [number + 1, [], 0];
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, at));
      lines.push(end());
      start = at + 1;
    }
    add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [end()];
}
