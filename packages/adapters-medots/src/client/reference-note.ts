/** How our reference stands in a field that people read and write too. */
export function noteWith(reference: string): string {
  return `[guichet ${reference}]`;
}

/** The reference that a note holds, if any; whatever else people wrote around it is left alone. */
export function referenceIn(note: string | undefined): string | undefined {
  return /\[guichet ([^\]\s]{1,200})\]/.exec(note ?? "")?.[1];
}
