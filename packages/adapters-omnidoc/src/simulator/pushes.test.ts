import { describe, expect, it } from "vitest";
import { opinionIntent, platform, unhurried, webhook } from "../platform.fixture.js";
import { opinionOutlet } from "../requests/opinion-outlet.js";

describe("a simulated platform that pushes", () => {
  it("pushes also what changes while it pushes", async () => {
    const setup = platform({ webhook });
    const { simulator } = setup;
    await opinionOutlet(setup).send(opinionIntent(), unhurried);
    const id = simulator.requests[0]?.id ?? "";
    let taken = 0;
    await simulator.pushes.push(() => {
      taken += 1;
      if (taken === 1) simulator.move(id, "ready");
      return Promise.resolve(new Response(null, { status: 204 }));
    });
    expect(taken).toBe(2);
    expect(simulator.pushes.pending()).toEqual([]);
  });
});
