import type { HistoryReport } from "./history-report.js";

/** The figures of some histories, a line each. */
export function inWords(reports: readonly HistoryReport[]): string {
  const sum = (figure: (report: HistoryReport) => number): number =>
    reports.reduce((total, report) => total + figure(report), 0);
  const kinds = new Map<string, number>();
  for (const { faults } of reports)
    for (const [kind, count] of Object.entries(faults)) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  const simulated = sum(({ simulatedMillis }) => simulatedMillis);
  const real = sum(({ realMillis }) => realMillis);
  return [
    `seeds: ${reports.length}`,
    `operations: ${sum(({ operations }) => operations)}`,
    `faults met: ${[...kinds.values()].reduce((total, count) => total + count, 0)}`,
    ...[...kinds].sort().map(([kind, count]) => `  ${kind}: ${count}`),
    `intents a person must look at: ${sum(({ setAside }) => setAside)}`,
    `promises broken: ${reports.filter(({ broken }) => broken).length}`,
    `simulated: ${(simulated / 3_600_000).toFixed(0)} h, real: ${(real / 1_000).toFixed(0)} s, ${Math.round(simulated / real)} : 1`,
  ].join("\n");
}
