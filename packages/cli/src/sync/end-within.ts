/**
 * Ends this process so long after the signal, whatever still holds it: a statement that is not answered, a server that is
 * slow to stop. Nothing is lost by it: what was acknowledged is on the disk of the database, what was under way is
 * undone there and left to its lease, and a server of our own is asked to stop as the process ends.
 */
export function endWithin(millis: number, signal: AbortSignal): void {
  const end = (): void => {
    setTimeout(() => process.exit(), millis).unref();
  };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
}
