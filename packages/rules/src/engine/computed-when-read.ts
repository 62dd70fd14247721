/** What reads each property. It is no enumerable property itself: nobody serialises, prints or copies it. */
const readers = Symbol("readers");

interface Target {
  readonly [readers]?: Record<string, () => unknown>;
}

const getters: Record<string, (this: Target) => unknown> = {};

/**
 * A property that is worked out when it is first read, and then kept. It is enumerable, so JSON shows it. The
 * same value can be had from what is returned.
 */
export function computedWhenRead<Result>(target: object, name: string, compute: () => Result): () => Result {
  // Kept here and not in the property: somebody may have frozen the target before the first reading.
  let kept: { readonly value: Result } | undefined;
  const read = (): Result => (kept ??= { value: compute() }).value;
  readersOf(target)[name] = read;
  Object.defineProperty(target, name, { enumerable: true, get: getterOf(name) });
  return read;
}

function readersOf(target: Target): Record<string, () => unknown> {
  const before = target[readers];
  if (before) return before;
  const made = {};
  Object.defineProperty(target, readers, { value: made });
  return made;
}

/** One getter for all targets: with getters of their own, the machine takes no two objects for alike. */
function getterOf(name: string): () => unknown {
  return (getters[name] ??= function (this: Target) {
    return this[readers]?.[name]?.();
  });
}
