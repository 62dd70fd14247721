import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Outlet } from "../surroundings.js";
import { lookOf } from "./look.js";

const outlet = (isTTY: boolean, columns?: number): Outlet =>
  Object.assign(new PassThrough(), { isTTY, ...(columns === undefined ? {} : { columns }) });

test.each([
  ["a terminal's own width", outlet(true, 72), {}, 72],
  ["at most 100, however wide the terminal", outlet(true, 240), {}, 100],
  ["at least 32, however narrow", outlet(true, 10), {}, 32],
  ["COLUMNS where there is no terminal", outlet(false), { COLUMNS: "60" }, 60],
  ["80 where nobody says", outlet(false), {}, 80],
  ["80 where COLUMNS is no number", outlet(false), { COLUMNS: "wide" }, 80],
])("the width is %s", (_, out, env, width) => {
  expect(lookOf(out, env).width).toBe(width);
});

test.each([
  ["on a terminal", outlet(true, 80), {}, true],
  ["in a pipe", outlet(false), {}, false],
  ["in a pipe that is forced", outlet(false), { FORCE_COLOR: "1" }, true],
  ["in a pipe that is forced not to", outlet(false), { FORCE_COLOR: "0" }, false],
  ["on a terminal with NO_COLOR", outlet(true, 80), { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ["on a terminal with an empty NO_COLOR", outlet(true, 80), { NO_COLOR: "" }, true],
  ["on a dumb terminal", outlet(true, 80), { TERM: "dumb" }, false],
])("colours %s: %#", (_, out, env, painted) => {
  expect(lookOf(out, env).paint.bold("x") !== "x").toBe(painted);
});
