import { Socket } from "node:net";

/** A socket that sends at once what is written in one turn of the event loop: handing it to the system is what costs. */
export class GatheringSocket extends Socket {
  #isGathering = false;

  override write(
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | Written,
    written?: Written,
  ): boolean {
    if (!this.#isGathering) {
      this.#isGathering = true;
      this.cork();
      process.nextTick(() => {
        this.#isGathering = false;
        this.uncork();
      });
    }
    return typeof encoding === "string"
      ? super.write(chunk, encoding, written)
      : super.write(chunk, encoding);
  }
}

type Written = (error?: Error | null) => void;
