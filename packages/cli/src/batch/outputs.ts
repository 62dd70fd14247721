import type { ChunkAnswer } from "./answer-chunk.js";
import type { OutputName, Written } from "./resumption.js";
import { unwritable } from "../refusal.js";
import { FileSink, StreamSink, type Sink } from "./sink.js";
import type { Outlet } from "../surroundings.js";

/** Where one kind of line goes: to a file, or without one to a stream. */
export interface Place {
  readonly path: string | undefined;
  readonly outlet: Outlet;
}

/** The sinks of a batch. */
export class Outputs {
  readonly #sinks: readonly (readonly [OutputName, Place, Sink])[];

  private constructor(sinks: readonly (readonly [OutputName, Place, Sink])[]) {
    this.#sinks = sinks;
  }

  /** Opens all of them anew, or after what is `kept`. Errors: `usage-refused`. */
  static async open(places: ReadonlyMap<OutputName, Place>, kept?: Written): Promise<Outputs> {
    const sinks: [OutputName, Place, Sink][] = [];
    for (const [name, place] of places) {
      const { path, outlet } = place;
      const sink = path === undefined ? new StreamSink(outlet) : await FileSink.open(path, kept?.[name]);
      sinks.push([name, place, sink]);
    }
    return new Outputs(sinks);
  }

  /** Whether one of them takes nothing any more. */
  get failed(): boolean {
    return this.#sinks.some(([, , { failure }]) => failure !== undefined);
  }

  /** How much each file holds. */
  get written(): Written {
    return Object.fromEntries(
      this.#sinks.flatMap(([name, , sink]) => (sink instanceof FileSink ? [[name, sink.length]] : [])),
    );
  }

  /** Resolves when the lines are written. */
  async write(lines: Partial<Pick<ChunkAnswer, OutputName>>): Promise<void> {
    await Promise.all(this.#sinks.map(([name, , sink]) => sink.write(lines[name] ?? new Uint8Array())));
  }

  /** Resolves when what was written before stays, even if the power fails. */
  async sync(): Promise<void> {
    const files = this.#sinks.flatMap(([, , sink]) => (sink instanceof FileSink ? [sink] : []));
    await Promise.all(files.map((file) => file.sync()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#sinks.map(([, , sink]) => sink.close()));
  }

  /** Errors: `usage-refused` where a file could not be written. */
  refuseUnwritten(): void {
    for (const [, { path }, { failure }] of this.#sinks) {
      if (failure !== undefined && path !== undefined) throw unwritable(path, failure);
    }
  }
}
