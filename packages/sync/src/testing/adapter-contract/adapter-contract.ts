import { SimulatedClock } from "../../simulator/simulated-clock.js";
import type { AdapterUnderTest, Setting, Stage } from "./adapter-under-test.js";
import { contractBreach } from "./contract-breach.js";
import { feedChecks } from "./feed-checks.js";
import { idempotencyChecks, outletChecks, versionChecks } from "./outlet-checks.js";

/** One thing that every adapter must do, under a name that says it. It throws `contract-broken` when it is not so. */
export interface ContractCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** When every check begins, in simulated time. */
const startsAt = Date.UTC(2026, 10, 23, 6);

type Platform = Omit<Setting, "clock">;

const plain: Platform = { idempotencyKeys: false, searchByReference: true, versions: "absent" };

/** Each kind of platform, and what is checked of outlets on it besides. */
const platforms = [
  { on: "", platform: plain, checks: outletChecks },
  { on: " without search", platform: { ...plain, searchByReference: false }, checks: outletChecks },
  {
    on: " with idempotency keys",
    platform: { ...plain, idempotencyKeys: true },
    checks: [...outletChecks, ...idempotencyChecks],
  },
  { on: " with versions", platform: { ...plain, versions: "honoured" }, checks: versionChecks },
  {
    on: " with versions nobody compares",
    platform: { ...plain, versions: "ignored" },
    checks: versionChecks,
  },
  { on: " without versions", platform: plain, checks: versionChecks },
] as const;

/**
 * What every adapter promises, as checks by name: give them to the test runner of your choice.
 *
 * @example
 * for (const { name, run } of await adapterContract(myAdapter)) test(name, run);
 */
export async function adapterContract(adapter: AdapterUnderTest): Promise<readonly ContractCheck[]> {
  const start = async (platform: Platform): Promise<Stage & { readonly clock: SimulatedClock }> => {
    const clock = new SimulatedClock(startsAt);
    return { ...(await adapter.start({ ...platform, clock })), clock };
  };

  const ofOutlets = platforms.map(async ({ on, platform, checks }): Promise<readonly ContractCheck[]> => {
    const { outlets } = await start(platform);
    return outlets.flatMap((outlet) =>
      checks
        .filter(({ applies }) => applies?.(outlet, outlet.next()) ?? true)
        .map(({ name, run }) => ({
          name: `${adapter.name}, ${outlet.kind}${on}: ${name}`,
          run: async () => {
            const { clock, ...stage } = await start(platform);
            await run({ stage, clock, outlet: byName(stage.outlets, outlet.kind, ({ kind }) => kind) });
          },
        })),
    );
  });

  const { feeds } = await start(plain);
  const ofFeeds = feeds.flatMap(({ feed }) =>
    feedChecks.map(({ name, run }) => ({
      name: `${adapter.name}, ${feed.name}: ${name}`,
      run: async () => {
        const { clock, ...stage } = await start(plain);
        await run({ stage, clock, feed: byName(stage.feeds, feed.name, (one) => one.feed.name) });
      },
    })),
  );

  return [...(await Promise.all(ofOutlets)).flat(), ...ofFeeds];
}

function byName<Item>(items: readonly Item[], name: string, nameOf: (item: Item) => string): Item {
  const found = items.find((item) => nameOf(item) === name);
  if (found === undefined)
    throw contractBreach(`"${name}" is not there every time`, "start the same adapter every time");
  return found;
}
