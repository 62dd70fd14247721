import { describe, expect, it } from "vitest";
import { MedotsClient } from "./medots-client.js";

const { signal } = new AbortController();

describe("a client", () => {
  it("sends the token of this very second", async () => {
    let millis = 1_000_000_000;
    const tokens: (string | null)[] = [];
    const client = new MedotsClient(
      { baseUrl: "https://clinic.example/api/v2", identity: "guichet", secretKey: "not one", clinics: [] },
      {
        clock: { now: () => millis },
        fetch: ({ headers }) => {
          tokens.push(headers.get("authorization"));
          return Promise.resolve(Response.json({}));
        },
      },
    );
    for (const step of [0, 999, 1, 1000, -2000]) {
      millis += step;
      await client.ask({ method: "GET", path: ["clinics"] }, signal);
    }
    const [first, sameSecond, next, later, setBack] = tokens;
    expect(sameSecond).toBe(first);
    expect(new Set([first, next, later]).size).toBe(3);
    expect(setBack).toBe(first);
  });

  it("sends nothing where no token can be signed, and says so", async () => {
    let sent = 0;
    const client = new MedotsClient(
      { baseUrl: "https://clinic.example/api/v2", identity: "guichet", secretKey: "", clinics: [] },
      { clock: { now: () => 0 }, fetch: () => Promise.resolve(Response.json((sent += 1))) },
    );
    const reply = await client.ask({ method: "GET", path: ["clinics"] }, signal);
    expect(reply).toMatchObject({
      kind: "failed",
      failure: { code: "token-missing", effect: "not-sent" },
    });
    expect(sent).toBe(0);
  });
});
