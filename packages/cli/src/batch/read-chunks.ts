/** Whole lines of a file, as they lie in it; or, without bytes, one line that is longer than anybody wants to hold. */
export interface LineChunk {
  readonly kind: "lines";
  /** The number of its first line: from 1, as editors count. */
  readonly first: number;
  /** The number of its last line. */
  readonly last: number;
  /** In memory of their own. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

const lineFeed = 0x0a;

/**
 * Cuts a file into chunks of whole lines, one for every piece that ends some; what is kept is a piece and a line.
 * `longest` is in bytes, and larger than a piece. Lines up to `done` are left out. The memory of chunks that somebody is
 * done with can be put among the `spare`.
 */
export async function* readChunks(
  pieces: AsyncIterable<Buffer>,
  longest: number,
  done = 0,
  spare: ArrayBuffer[] = [],
): AsyncGenerator<LineChunk> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > longest) begun = [];
    else if (piece.length > 0) begun.push(piece);
  };
  // What waits for the next piece must not be written over by it.
  const keep = (piece: Buffer): void => add(length + piece.length > longest ? piece : Buffer.from(piece));
  const take = (last: number): readonly LineChunk[] => {
    const bytes = length > longest ? undefined : joined(begun, length, spare);
    const chunk = without(done, { kind: "lines", first: number, last, bytes });
    [number, begun, length] = [last + 1, [], 0];
    return chunk;
  };
  for await (const piece of pieces) {
    let start = 0;
    if (length + piece.length > longest) {
      // Only the line that began before this piece can be too long: it stands alone.
      start = piece.indexOf(lineFeed) + 1;
      if (start === 0) {
        keep(piece);
        continue;
      }
      add(piece.subarray(0, start - 1));
      yield* take(number);
    }
    const end = piece.lastIndexOf(lineFeed) + 1;
    if (end > start) {
      add(piece.subarray(start, end));
      yield* take(number + countLines(piece, start, end) - 1);
      start = end;
    }
    keep(piece.subarray(start));
  }
  if (length > 0) yield* take(number);
}

/** One after the other, in spare memory if it is large enough. */
function joined(parts: readonly Buffer[], length: number, spare: ArrayBuffer[]): Uint8Array<ArrayBuffer> {
  const found = spare.pop();
  // The next chunk will be a little longer or shorter.
  const memory = found && found.byteLength >= length ? found : new ArrayBuffer(Math.ceil(length * 1.2));
  const bytes = new Uint8Array(memory, 0, length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
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
