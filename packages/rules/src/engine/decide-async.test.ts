import { describe, expect, it } from "vitest";
import type { FactsOf } from "../language/policy.js";
import { decide } from "./decide.js";
import { decideAsync, type DecideAsyncOptions } from "./decide-async.js";
import { loan } from "./loan.fixture.js";

type Facts = FactsOf<typeof loan>;

const held: Facts = {
  loan: { on: "2024-05-02", backOn: "2024-06-10", days: 8 },
  reader: { kind: "visitor", card: "R-100", infectious: false },
  book: { kind: "novel", marks: ["torn"] },
};

/** Decides with a loader that answers from what is held, and tells what it was asked in each round. */
async function rounds(options?: DecideAsyncOptions<typeof loan>, answers = held) {
  const asked: (readonly string[])[] = [];
  const load = (paths: readonly string[]): Facts => {
    asked.push(paths);
    return only(answers, paths);
  };
  return { decision: await decideAsync(loan, load, options), asked };
}

function only(facts: Facts, paths: readonly string[]): Facts {
  const groups = Object.entries(facts).map(([group, entry]) => [
    group,
    Object.fromEntries(Object.entries(entry).filter(([name]) => paths.includes(`${group}.${name}`))),
  ]);
  return Object.fromEntries(groups) as Facts;
}

describe("decideAsync", () => {
  it("answers as decide does on all the facts", async () => {
    const { decision } = await rounds();
    expect(JSON.stringify(decision)).toBe(JSON.stringify(decide(loan, held)));
  });

  it("asks for the governing date alone first, then only for what still matters", async () => {
    const { asked } = await rounds();
    expect(asked).toEqual([
      ["loan.on"],
      ["loan.days", "reader.infectious", "loan.backOn", "reader.kind", "book.kind", "book.marks"],
    ]);
  });

  it("asks less where the edition reads less, and nothing where all is settled", async () => {
    const { asked } = await rounds({ facts: { loan: { on: "2025-05-02" } } });
    expect(asked).toEqual([["loan.days", "reader.kind"]]);
    expect((await rounds({ facts: held })).asked).toEqual([]);
    expect((await rounds({ facts: { loan: { on: "2023-12-31" } } })).asked).toEqual([]);
  });

  it("goes on without a fact the loader leaves out, and never asks twice", async () => {
    const { decision, asked } = await rounds({}, { loan: { days: 8 } });
    expect(decision.status).toBe("open");
    expect(asked.flat().length).toBe(new Set(asked.flat()).size);
    expect(asked.slice(0, 1)).toEqual([["loan.on"]]);
    expect(decision.needs?.map(({ fact }) => fact)).toContain("loan.on");
  });

  it("takes facts it did not ask for, and lets what is loaded replace what was known", async () => {
    const all = await decideAsync(loan, () => held, { facts: { loan: { on: "2024-05-02", days: 0 } } });
    expect(JSON.stringify(all)).toBe(JSON.stringify(decide(loan, held)));
  });

  it("accepts a loader that answers at once or later", async () => {
    const later = await decideAsync(loan, () => Promise.resolve(held));
    expect(later.status).toBe("decided");
  });
});

describe("when loading goes wrong", () => {
  it("passes on what the loader throws or rejects with", async () => {
    const down = new Error("the MIS is down");
    const throwing = () => {
      throw down;
    };
    await expect(decideAsync(loan, throwing)).rejects.toBe(down);
    await expect(decideAsync(loan, () => Promise.reject(down))).rejects.toBe(down);
  });

  it("refuses loaded facts that are wrong, that contradict known ones, or that are none at all", async () => {
    const facts = { loan: { on: "2024-05-02" } } as const;
    const loading = (loaded: unknown) => decideAsync(loan, () => loaded as Facts, { facts });
    await expect(loading({ loan: { days: -1 } })).rejects.toMatchObject({ code: "facts-refused" });
    await expect(loading({ loan: { backOn: "2024-05-01" } })).rejects.toMatchObject({
      code: "facts-refused",
      problems: [{ expected: "A book comes back after it was lent." }],
    });
    await expect(loading(undefined)).rejects.toMatchObject({ code: "facts-refused" });
  });

  it("is not reached by changes of the caller's objects between the rounds", async () => {
    const facts = { loan: { on: "2024-05-02" as const, days: 8 } };
    const decision = await decideAsync(
      loan,
      (paths) => {
        Object.assign(facts.loan, { on: "2025-05-02", days: 0 });
        return only(held, paths);
      },
      { facts },
    );
    expect(JSON.stringify(decision)).toBe(JSON.stringify(decide(loan, held)));
  });
});

describe("stale sources", () => {
  // Only the notice is stale on that day, and only a reader who may be infectious brings it in.
  const options = { staleSources: "refuse", horizon: "P2M", facts: { loan: { on: "2024-05-02" } } } as const;

  it("are refused once the answer stands on one", async () => {
    const infectious = { ...held, reader: { infectious: true } };
    await expect(rounds(options, infectious)).rejects.toMatchObject({ code: "stale-source" });
  });

  it("are reported to everybody else", async () => {
    const { decision } = await rounds(
      { ...options, staleSources: "report" },
      { reader: { infectious: true } },
    );
    expect(decision.freshness?.stale).toBe(true);
  });

  it("are not refused for a reason that the last round has no use for", async () => {
    const atlas = { facts: { ...options.facts, book: { kind: "atlas" } } } as const;
    expect(() => decide(loan, atlas.facts, { ...options })).toThrow("2024-02-29");
    const { decision } = await rounds({ ...options, ...atlas });
    expect(decision).toMatchObject({ status: "decided", freshness: { checkedOn: "2025-06-30" } });
  });
});
