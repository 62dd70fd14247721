/** Whole lines of a file, as they lie in it; or, without bytes, one line that is longer than anybody wants to hold. */
export interface LineChunk {
  readonly kind: "lines";
  /** The number of its first line: from 1, as editors count. */
  readonly first: number;
  /** The number of its last line. */
  readonly last: number;
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;

/**
 * Cuts a file into chunks of whole lines, one for every piece that ends some; what is kept is a piece and a line.
 * `longest` is in bytes, and larger than a piece. Lines up to `done` are left out.
 */
export async function* readChunks(
  pieces: AsyncIterable<Buffer>,
  longest: number,
  done = 0,
): AsyncGenerator<LineChunk> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > longest) begun = [];
    else if (piece.length > 0) begun.push(piece);
  };
  const take = (last: number): readonly LineChunk[] => {
    const bytes = length > longest ? undefined : Buffer.concat(begun);
    const chunk = without(done, { kind: "lines", first: number, last, bytes });
    [number, begun, length] = [last + 1, [], 0];
    return chunk;
  };
  for await (const piece of pieces) {
    let start = 0;
    if (length + piece.length > longest) {
      // Only the line that began before this piece can be too long: it stands alone.
      start = piece.indexOf(lineFeed) + 1;
      add(start === 0 ? piece : piece.subarray(0, start - 1));
      if (start === 0) continue;
      yield* take(number);
    }
    const end = piece.lastIndexOf(lineFeed) + 1;
    if (end > start) {
      add(piece.subarray(start, end));
      yield* take(number + countLines(piece, start, end) - 1);
      start = end;
    }
    add(piece.subarray(start));
  }
  if (length > 0) yield* take(number);
}

function countLines(bytes: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at = bytes.indexOf(lineFeed, at) + 1) lines += 1;
  return lines;
}

/** A chunk without the lines that are done; nothing where all are. */
function without(done: number, chunk: LineChunk): readonly LineChunk[] {
  if (done < chunk.first) return [chunk];
  if (done >= chunk.last || chunk.bytes === undefined) return [];
  let start = 0;
  for (let line = chunk.first; line <= done; line += 1) start = chunk.bytes.indexOf(lineFeed, start) + 1;
  return [{ ...chunk, first: done + 1, bytes: chunk.bytes.subarray(start) }];
}
