import type { Found, Sent, TurnedDown } from "@guichet/sync";

/**
 * What a refusal comes to once it is known whether the effect is there all the same: a request that a proxy sent twice
 * is answered with the refusal of the second, while the first one had its effect.
 */
export async function settleOwn(refusal: TurnedDown, find: () => Promise<Found>): Promise<Sent> {
  const found = await find();
  switch (found.outcome) {
    case "found":
      return { ...found, outcome: "done", otherwise: refusal };
    case "absent":
      return refusal;
    case "unknown":
      return found;
  }
}
