import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseOfFile, type HistoryReport } from "@guichet/sync/testing";
import { playHistory } from "./play-history.js";

const seeds = Number(process.env["GUICHET_HISTORIES"] ?? 200);
const together = 10;

const database = databaseOfFile({ beforeAll, afterAll });

describe("histories of three clinics, with everything going wrong", () => {
  const reports: HistoryReport[] = [];
  const blocks = Array.from({ length: Math.ceil(seeds / together) }, (_, block) => 1 + block * together);

  it.each(blocks)(
    "from seed %i on, every promise holds after every step",
    { timeout: 600_000 },
    async (first) => {
      for (let seed = first; seed < Math.min(first + together, seeds + 1); seed += 1) {
        const report = await playHistory({ seed, database: database() });
        reports.push(report);
        expect(report.broken, `npm run torture -- --seed ${seed}`).toBeUndefined();
      }
    },
  );

  it("meet at least ten faults each, of two kinds and more", () => {
    for (const { seed, faults } of reports) {
      const counts = Object.values(faults);
      expect({
        seed,
        kinds: counts.length > 1,
        many: counts.reduce((sum, count) => sum + count, 0) >= 10,
      }).toEqual({
        seed,
        kinds: true,
        many: true,
      });
    }
  });

  it("pass at least a thousand times faster than they would", () => {
    const simulated = reports.reduce((sum, { simulatedMillis }) => sum + simulatedMillis, 0);
    const real = reports.reduce((sum, { realMillis }) => sum + realMillis, 0);
    expect(simulated / real).toBeGreaterThan(1_000);
  });

  it("are the same again by the same seed, line for line", { timeout: 600_000 }, async () => {
    for (const seed of [1, 2]) {
      const again = await playHistory({ seed, database: database() });
      const once =
        reports.find((report) => report.seed === seed) ?? (await playHistory({ seed, database: database() }));
      expect(again.traceHash).toBe(once.traceHash);
    }
  });
});
