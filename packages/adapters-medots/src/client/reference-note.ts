/** How our reference stands in a field that people read and write too: escaped where it is no plain word. */
export function noteWith(reference: string): string {
  return `[guichet ${encodeURIComponent(reference)}]`;
}

/** The reference that a note holds, if any; whatever else people wrote around it is left alone. */
export function referenceIn(note: string | undefined): string | undefined {
  const [, written] = /\[guichet ([^\]\s]+)\]/.exec(note ?? "") ?? [];
  try {
    return written === undefined ? undefined : decodeURIComponent(written);
  } catch {
    // Somebody typed it.
    return undefined;
  }
}
