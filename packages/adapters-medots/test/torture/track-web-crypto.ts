import type { Turns } from "@guichet/sync/testing";

/**
 * Tokens are signed on threads of their own, which take as long as they take: nobody goes on before they have. The answer
 * puts everything back.
 */
export function trackWebCrypto(turns: Turns): () => void {
  const { subtle } = globalThis.crypto;
  for (const name of ["sign", "importKey"] as const) {
    const own: unknown = Reflect.get(subtle, name);
    if (typeof own !== "function") continue;
    Object.defineProperty(subtle, name, {
      configurable: true,
      value: (...given: readonly unknown[]) =>
        turns.track(Promise.resolve(Reflect.apply(own, subtle, given) as unknown)),
    });
  }
  return () => {
    for (const name of ["sign", "importKey"]) Reflect.deleteProperty(subtle, name);
  };
}
