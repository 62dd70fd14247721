import { open, type FileHandle } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { GuichetError } from "@guichet/rules";
import { inputRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";

/** Facts are a few kilobytes: whatever is larger is not what was meant, and is not read to its end. */
export const largestText = 10_000_000;

/** Bytes of a piece: what a batch answers to them, several times as much, stays in a processor's cache. */
const pieceLength = 80 * 1024;

/** Pieces that are read at a time: to ask for each would take longer than to read it. */
const piecesAtOnce = 8;

/** An input that is being read: its name for messages, its bytes, and how many there are where that is known. */
export interface OpenInput {
  readonly name: string;
  /** A piece may be written over when the next one is asked for. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly size: number | undefined;
  close(): Promise<void>;
}

/** Opens a file, or standard input for `-`, until `signal` ends the reading. Errors: `input-refused`. */
export async function openInput(
  source: string,
  { stdin }: Surroundings,
  signal?: AbortSignal,
): Promise<OpenInput> {
  if (source === "-") {
    const chunks = (signal === undefined ? stdin : addAbortSignal(signal, stdin)) as AsyncIterable<Buffer>;
    return { name: "standard input", chunks, size: undefined, close: () => Promise.resolve() };
  }
  const file = await openFile(source);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw inputRefusal("input-is-directory", source, "a directory", "name a file");
    const close = (): Promise<void> => file.close();
    if (stats.isFile()) return { name: source, chunks: piecesOf(file, signal), size: stats.size, close };
    const reading = { autoClose: false, ...(signal === undefined ? {} : { signal }) };
    const chunks = file.createReadStream(reading) as AsyncIterable<Buffer>;
    return { name: source, chunks, size: undefined, close };
  } catch (error) {
    await file.close();
    throw refusalOf(error, source);
  }
}

/** Pieces of a file, one after the other in the same memory: with memory of their own, a large file fills what there is. */
async function* piecesOf(file: FileHandle, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(piecesAtOnce * pieceLength);
  for (;;) {
    const { bytesRead } = await file.read(memory, 0, memory.length, null);
    if (bytesRead === 0) return;
    for (let at = 0; at < bytesRead; at += pieceLength) {
      signal?.throwIfAborted();
      yield memory.subarray(at, Math.min(at + pieceLength, bytesRead));
    }
  }
}

/** The whole text of a file or of standard input. Errors: `input-refused`. */
export async function readText(source: string, surroundings: Surroundings): Promise<string> {
  const input = await openInput(source, surroundings);
  try {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of input.chunks) {
      length += piece.length;
      if (length > largestText) {
        throw inputRefusal(
          "input-too-large",
          input.name,
          "more than 10 MB of text",
          "supply one object of facts",
        );
      }
      pieces.push(Buffer.from(piece));
    }
    return textOf(Buffer.concat(pieces), input.name);
  } catch (error) {
    throw refusalOf(error, input.name);
  } finally {
    await input.close();
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of bytes, without a byte order mark. Errors: `input-refused` where they are not UTF-8. */
export function textOf(bytes: Uint8Array, where: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw inputRefusal("not-utf-8", where, "the text is not UTF-8", "save it as UTF-8");
  }
}

async function openFile(source: string): Promise<FileHandle> {
  try {
    return await open(source, "r");
  } catch (error) {
    throw refusalOf(error, source);
  }
}

/** What the system says of a file, in our words. */
export function refusalOf(error: unknown, where: string): unknown {
  if (GuichetError.isInstance(error)) return error;
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code !== "string") return error;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return inputRefusal(
      "input-missing",
      where,
      "no such file",
      "check the path, or use - for standard input",
    );
  }
  if (code === "EISDIR") return inputRefusal("input-is-directory", where, "a directory", "name a file");
  return inputRefusal("input-unreadable", where, `it cannot be read (${code})`, "check its rights");
}
