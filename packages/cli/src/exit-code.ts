/** What the command says to the shell. */
export const exitCode = {
  decided: 0,
  fault: 1,
  factsWrong: 2,
  open: 3,
  notInForce: 4,
  // 128 and the number of the signal, as shells count.
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The exit code of one decision. */
export function exitCodeOf(status: "decided" | "open" | "not-in-force"): ExitCode {
  if (status === "decided") return exitCode.decided;
  return status === "open" ? exitCode.open : exitCode.notInForce;
}
