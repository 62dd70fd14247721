import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { fc, test as property } from "@fast-check/vitest";
import { clockAt, instantFromMillis } from "@guichet/rules/calendar";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { readClinicTime, writeClinicTime } from "./clinic-time.js";

const paris = "Europe/Paris";
const code = (act: () => unknown): string => {
  try {
    act();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a time of a clinic", () => {
  it("in the night the clock is put forward exists up to the gap and from its end on", () => {
    const read = (time: string) => readClinicTime({ date: "2026-03-29", time }, paris);
    expect(read("01:59")).toEqual({ at: "2026-03-29T00:59:00Z", repeated: false });
    expect(code(() => read("02:00"))).toBe("time-does-not-exist");
    expect(code(() => read("02:59"))).toBe("time-does-not-exist");
    expect(read("03:00")).toEqual({ at: "2026-03-29T01:00:00Z", repeated: false });
  });

  it("in the night the clock is put back is the first of two, or the second, and says that it is shown twice", () => {
    const read = (time: string, which?: "first" | "second") =>
      readClinicTime({ date: "2026-10-25", time }, paris, which);
    expect(read("01:59")).toEqual({ at: "2026-10-24T23:59:00Z", repeated: false });
    expect(read("02:00")).toEqual({ at: "2026-10-25T00:00:00Z", repeated: true });
    expect(read("02:59")).toEqual({ at: "2026-10-25T00:59:00Z", repeated: true });
    expect(read("02:00", "second")).toEqual({ at: "2026-10-25T01:00:00Z", repeated: true });
    expect(read("03:00")).toEqual({ at: "2026-10-25T02:00:00Z", repeated: false });
  });

  it("is not written where it would be read as the other of two moments", () => {
    const first = "2026-10-25T00:30:00Z";
    const second = "2026-10-25T01:30:00Z";
    expect(writeClinicTime(first, paris)).toEqual({ date: "2026-10-25", time: "02:30" });
    expect(code(() => writeClinicTime(second, paris))).toBe("time-is-repeated");
    expect(writeClinicTime(second, paris, "second")).toEqual({ date: "2026-10-25", time: "02:30" });
    expect(code(() => writeClinicTime(first, paris, "second"))).toBe("time-is-repeated");
  });

  it("has no seconds, and is made of a moment", () => {
    expect(code(() => writeClinicTime("2026-11-21T09:30:00Z", paris))).toBe("none");
    expect(code(() => writeClinicTime("2026-11-21T09:30:01Z", paris))).toBe("not-on-a-minute");
    expect(code(() => writeClinicTime("2026-11-21T09:30", paris))).toBe("instant-malformed");
  });

  it("changed its meaning in Moscow when the law did: +3, +4 for three and a half years, +3", () => {
    const noon = (date: string) => readClinicTime({ date, time: "12:00" }, "Europe/Moscow").at;
    expect(noon("2011-03-26")).toBe("2011-03-26T09:00:00Z");
    expect(noon("2011-03-28")).toBe("2011-03-28T08:00:00Z");
    expect(noon("2014-10-27")).toBe("2014-10-27T09:00:00Z");
  });

  property.prop([
    fc.constantFrom(paris, "Europe/Moscow", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe"),
    fc.integer({ min: Date.UTC(2010, 0) / 60_000, max: Date.UTC(2036, 0) / 60_000 }),
    fc.constantFrom("first" as const, "second" as const),
  ])("that could be written is read as the same moment", (zone, minute, which) => {
    const at = instantFromMillis(minute * 60_000);
    try {
      expect(readClinicTime(writeClinicTime(at, zone, which), zone, which).at).toBe(at);
    } catch (error) {
      expect((error as { code?: string }).code).toBe("time-is-repeated");
      expect(readClinicTime(toWire(clockAt(minute * 60_000, zone)), zone, which).at).not.toBe(at);
    }
  });
});

const toWire = ({ day, time }: { day: string; time: string }) => ({ date: day, time });

describe("the zone and the date of the process", () => {
  it("make no difference", () => {
    const program = `
      const then = Date; const offset = Number(process.argv[2]) - then.now();
      globalThis.Date = class extends then { constructor(...given) { given.length ? super(...given) : super(then.now() + offset); } static now() { return then.now() + offset; } };
      const { readClinicTime, writeClinicTime } = await import("./clinic-time.js");
      const nights = [["2026-03-29","01:59"],["2026-03-29","02:30"],["2026-03-29","03:00"],["2026-10-25","02:30"],["2026-10-25","03:00"]];
      const said = nights.map(([date, time]) => { try { return readClinicTime({ date, time }, "Europe/Paris"); } catch (error) { return error.code; } });
      console.log(JSON.stringify([said, writeClinicTime("2026-10-25T00:30:00Z", "Europe/Paris")]));`;
    const resolveDir = fileURLToPath(new URL(".", import.meta.url));
    const { outputFiles } = buildSync({
      stdin: { contents: program, resolveDir, loader: "ts" },
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      tsconfig: fileURLToPath(new URL("../../../../tsconfig.base.json", import.meta.url)),
    });
    const input = outputFiles[0]?.text ?? "";
    const said = ["UTC", "Europe/Paris", "Europe/Moscow", "Pacific/Kiritimati"].flatMap((zone) =>
      [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((now) => {
        const args = ["--input-type=module", "-", String(now)];
        const run = spawnSync(process.execPath, args, { input, encoding: "utf8", env: { TZ: zone } });
        return run.stdout + run.stderr;
      }),
    );
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain("2026-10-25T00:30:00Z");
  });
});
