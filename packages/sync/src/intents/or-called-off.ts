/** What came of it, or why nothing is known of it: it threw, or it did not end when it was called off. */
export async function orCalledOff<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly code: string; readonly isOver: boolean }> {
  return new Promise((resolve) => {
    const onAbort = (): void => {
      // A request that heeds the signal ends now, and says itself what it knows.
      setImmediate(() => {
        resolve({ code: "called-off", isOver: false });
      });
    };
    signal.addEventListener("abort", onAbort, { once: true });
    work()
      .then(
        (value) => {
          resolve({ value });
        },
        () => {
          resolve({ code: "send-threw", isOver: true });
        },
      )
      .finally(() => {
        signal.removeEventListener("abort", onAbort);
      });
  });
}
