import { GuichetError, type Problem } from "@guichet/rules";
import type { Served } from "@guichet/sync/observe";

/**
 * Waits until all listen, by task. Where a port is refused, none goes on listening.
 *
 * Errors: `port-refused`, with every port that was.
 */
export async function allServed(
  starting: Readonly<Record<string, Promise<Served> | undefined>>,
): Promise<ReadonlyMap<string, Served>> {
  const served = new Map<string, Served>();
  const problems: Problem[] = [];
  const settled = await Promise.allSettled(
    Object.entries(starting).map(async ([task, one]) => [task, await one] as const),
  );
  for (const one of settled) {
    if (one.status === "fulfilled") {
      const [task, listening] = one.value;
      if (listening) served.set(task, listening);
    } else if (GuichetError.isInstance(one.reason)) problems.push(...one.reason.problems);
    else throw one.reason;
  }
  if (problems.length === 0) return served;
  await Promise.all([...served.values()].map((one) => one.close()));
  throw new GuichetError("port-refused", problems);
}
