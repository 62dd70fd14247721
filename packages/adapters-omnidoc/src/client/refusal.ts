import { GuichetError, problemAt } from "@guichet/rules";
import type { NotDone } from "@guichet/sync";
import { HttpFailure, notDoneByFailure } from "@guichet/sync/http";

/** An answer that is not what was asked for. Its code says why; the platform's own words are not passed on. */
export class Refusal extends GuichetError {
  readonly notDone: NotDone;

  constructor(notDone: NotDone, where: string) {
    const what = "the platform did not do it";
    super(notDone.code, [
      problemAt(notDone.code, `omnidoc, ${where}`, what, "look the code up in docs/omnidoc.md"),
    ]);
    this.name = "Refusal";
    this.notDone = notDone;
  }
}

/** What was thrown by a request that got no answer, or none that counts; anything else is thrown again. */
export function notDoneOf(error: unknown): NotDone {
  if (error instanceof Refusal) return error.notDone;
  if (GuichetError.isInstance(error) && error.code === "resource-broken") {
    return { outcome: "unknown", code: error.code };
  }
  if (!HttpFailure.isInstance(error)) throw error;
  return notDoneByFailure(error);
}
