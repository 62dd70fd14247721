import { databaseOfFile, type HistoryReport } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playHistory } from "./play-history.js";

const seeds = Number(process.env["GUICHET_OPINION_HISTORIES"] ?? 20);
const together = 5;

const database = databaseOfFile({ beforeAll, afterAll });

describe("histories of clinics that ask for opinions, with everything going wrong", () => {
  const reports: HistoryReport[] = [];
  const blocks = Array.from({ length: Math.ceil(seeds / together) }, (_, block) => 1 + block * together);

  it.each(blocks)(
    "from seed %i on, every promise holds after every step",
    { timeout: 600_000 },
    async (first) => {
      for (let seed = first; seed < Math.min(first + together, seeds + 1); seed += 1) {
        const report = await playHistory({ seed, database: database() });
        reports.push(report);
        expect(report.broken, `npm run torture -- --platform omnidoc --seed ${seed}`).toBeUndefined();
      }
    },
  );

  it("meet at least ten faults each, of two kinds and more", () => {
    for (const { seed, faults } of reports) {
      const counts = Object.values(faults);
      const isMany = counts.reduce((sum, count) => sum + count, 0) >= 10;
      expect({ seed, kinds: counts.length > 1, isMany }).toEqual({ seed, kinds: true, isMany: true });
    }
  });

  it("are the same again by the same seed, line for line", { timeout: 600_000 }, async () => {
    const play = () => playHistory({ seed: 1, database: database() });
    const once = reports.find(({ seed }) => seed === 1) ?? (await play());
    expect((await play()).traceHash).toBe(once.traceHash);
  });
});
