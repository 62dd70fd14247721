import { whole } from "./markdown.mjs";

/**
 * What was promised, beside what was measured: figures by name, each with its bound. A figure that is not there is
 * not promised yet.
 */
export function goal(what, bound, figures, { atLeast = false, unit = "×", show = precise } = {}) {
  const there = figures.filter(([, value]) => value !== undefined && !Number.isNaN(value));
  const isMet = ([, value, own = bound]) => (atLeast ? value >= own : value <= own);
  const said = there.map(([name, value]) =>
    name === "" ? `${show(value)}${unit}` : `${name} ${show(value)}${unit}`,
  );
  return {
    what,
    bound: `${atLeast ? "≥" : "≤"} ${show(bound)}${unit}`,
    measured: said.length === 0 ? "not measured" : said.join(", "),
    met: said.length === 0 ? "" : there.every(isMet) ? "yes" : "no",
  };
}

/** As many figures as tell what was met from what was nearly met. */
function precise(number) {
  return number < 100 ? String(Number(number.toPrecision(3))) : whole(number);
}
