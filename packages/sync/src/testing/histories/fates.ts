import type { Fate, Step } from "./turns.js";

/** Something that will happen to the next step that it fits. */
export interface Misfortune {
  readonly kind:
    "crash" | "process-ended" | "connection-lost" | "commit-unanswered" | "request-unanswered" | "pause";
  readonly fate: Fate;
  readonly process?: string;
  readonly fits: (step: Step) => boolean;
  /** How many steps that fit are let go first. */
  readonly after: number;
  /** What else happens then. */
  readonly happen?: () => void;
}

/** What is in store for the steps of a history, and what came of it. */
export class Fates {
  readonly #met: (kind: string) => void;
  #ahead: readonly (Misfortune & { left: number })[] = [];

  constructor(met: (kind: string) => void) {
    this.#met = met;
  }

  plan(misfortune: Misfortune): void {
    this.#ahead = [...this.#ahead, { ...misfortune, left: misfortune.after }];
  }

  /** From now on nothing goes wrong. */
  clear(): void {
    this.#ahead = [];
  }

  readonly of = (step: Step): Fate => {
    const next = this.#ahead.find(
      ({ process, fits }) => (process === undefined || process === step.process) && fits(step),
    );
    if (!next) return "goes";
    next.left -= 1;
    if (next.left >= 0) return "goes";
    this.#ahead = this.#ahead.filter((other) => other !== next);
    this.#met(next.kind);
    next.happen?.();
    return next.fate;
  };
}

export const isCommit = ({ name }: Step): boolean => name === "commit";
export const isRequest = ({ name }: Step): boolean => name.includes(" ");
export const isAny = (): boolean => true;
/** Whatever is asked of others: a sleep asks nobody. */
export const isAsked = ({ name }: Step): boolean => name !== "sleep";
