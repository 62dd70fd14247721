import { isDeepStrictEqual } from "node:util";
import { findByLoop } from "../../packages/rules/src/desk/appointments/find-by-loop.fixture.js";
import { findSlots } from "../../packages/rules/src/desk/appointments/find-slots.js";
import { matchByLoop } from "../../packages/rules/src/desk/waitlist/match-by-loop.fixture.js";
import { matchWaitlist } from "../../packages/rules/src/desk/waitlist/match-waitlist.js";
import type { MatchWaitlistInput } from "../../packages/rules/src/desk/waitlist/waitlist-input.js";
import { waitlistOffer } from "../../packages/rules/src/policies/waitlist-offer/policy.js";
import { clinicSearch } from "./clinic.js";
import { findByHand } from "./hand-written/find-slots.js";
import { matchByHand } from "./hand-written/matching.js";
import { waitlistOf } from "./waitlist.js";

/** Waitlists by their entries, with five slots for each; searches by their specialties, of which one is wished for. */
const runs: Readonly<Record<string, (size: number) => () => unknown>> = {
  "waitlist hand-written": (size) => on(waitlistOf(size, size * 5), matchByHand),
  "waitlist guichet": (size) => on(waitlistOf(size, size * 5), (input) => matchWaitlist(input)),
  "slots hand-written": (each) => on(clinicSearch(500, 90, each), findByHand),
  "slots guichet": (each) => on(clinicSearch(500, 90, each), findSlots),
  "slots guichet, refused read": (each) =>
    on(clinicSearch(500, 90, each), (input) => findSlots(input).refused),
  "slots nested loop": (each) => on(clinicSearch(500, 90, each), (input) => findByLoop(input, waitlistOffer)),
};

// One variant on one size in a process of its own, or all of them compared.
const [name = "", size = "0", count = "1"] = process.argv.slice(2);
if (name === "verify") console.log(verify());
else console.log(JSON.stringify(measured(name, Number(size), Number(count))));

function on<Input>(input: Input, run: (input: Input) => unknown): () => unknown {
  return () => run(input);
}

/** Milliseconds of the processor and of the wall, run by run, and the most memory the process had. */
function measured(variant: string, of: number, times: number) {
  const run = runs[variant]?.(of);
  if (!run) throw new RangeError(`bench: there is no variant "${variant}"`);
  const { gc } = globalThis as { readonly gc?: () => void };
  const [cpu, wall]: [number[], number[]] = [[], []];
  let sink = 0;
  for (let time = 0; time < times; time += 1) {
    gc?.();
    const [from, at] = [process.cpuUsage(), performance.now()];
    if (run() !== undefined) sink += 1;
    wall.push(performance.now() - at);
    const { user, system } = process.cpuUsage(from);
    cpu.push((user + system) / 1000);
  }
  return { cpu, wall, megabytes: process.resourceUsage().maxRSS / 1024, runs: sink };
}

/** How many answers are equal; nothing is timed unless all are. */
function verify(): number {
  let compared = 0;
  const same = (what: string, one: unknown, other: unknown): void => {
    if (!isDeepStrictEqual(one, other)) throw new Error(`${what}: another answer`);
    compared += 1;
  };
  for (let seed = 0; seed < 60; seed += 1) {
    const input = waitlistOf(10 + seed, 40 + 3 * seed, seed);
    for (const slots of [input.slots, input.slots.toReversed()]) {
      const one = { ...input, slots };
      same(`waitlist ${seed}`, byHand(one), byEntry(matchWaitlist(one).proposals));
      if (seed < 12) same(`loop ${seed}`, byEntry(matchByLoop(one, waitlistOffer).proposals), byHand(one));
    }
  }
  for (const entries of [1_000, 10_000, 100_000]) {
    const input = waitlistOf(entries, entries * 5);
    same(`waitlist of ${entries}`, byHand(input), byEntry(matchWaitlist(input).proposals));
  }
  for (const [people, days, each] of [
    [20, 60, 1],
    [50, 90, 3],
    [500, 90, 5],
  ] as const) {
    const search = clinicSearch(people, days, each);
    const { slots, refused } = findSlots(search);
    same(`slots by hand ${people}`, findByHand(search), { slots, refused });
    same(`slots by loop ${people}`, findByLoop(search, waitlistOffer), { slots, refused });
  }
  return compared;
}

function byHand(input: MatchWaitlistInput): ReadonlyMap<string, string> {
  const given = [...matchByHand(input).entries()].filter(([, slot]) => slot !== -1);
  return new Map(given.map(([entry, slot]) => [input.entries[entry]?.id ?? "", input.slots[slot]?.id ?? ""]));
}

function byEntry(proposals: readonly { readonly entry: string; readonly slot: string }[]) {
  return new Map(proposals.map(({ entry, slot }) => [entry, slot]));
}
