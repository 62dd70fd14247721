/**
 * A property that is worked out when it is first read, and then kept. It is enumerable, so JSON shows it. The
 * same value can be had from what is returned.
 */
export function computedWhenRead<Result>(target: object, name: string, compute: () => Result): () => Result {
  // Kept here and not in the property: somebody may have frozen the target before the first reading.
  let kept: { readonly value: Result } | undefined;
  const get = (): Result => (kept ??= { value: compute() }).value;
  Object.defineProperty(target, name, { enumerable: true, get });
  return get;
}
