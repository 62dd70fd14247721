import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { wireClinic } from "../wire/clinic.js";
import { MedotsClient } from "./medots-client.js";
import { readList, readListPage } from "./read-list.js";

/** A platform with one list; what happens to it between two pages is up to the test. */
function platformWith(ids: number[], between: (page: number) => void = () => {}) {
  let pages = 0;
  const app = new Hono();
  app.get("/clinics", (context) => {
    pages += 1;
    if (pages > 1) between(pages);
    const { limit, offset } = context.req.query();
    const data = ids.slice(Number(offset), Number(offset) + Number(limit)).map((id) => ({ id, title: "" }));
    return context.json({ data, totalItems: ids.length });
  });
  return clientOf(app);
}

function clientOf(app: Hono): MedotsClient {
  const options = { baseUrl: "https://clinic.invalid", identity: "i", secretKey: "s", clinics: [] };
  return new MedotsClient(options, {
    clock: { now: () => 0 },
    fetch: (request) => Promise.resolve(app.fetch(request)),
  });
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const list = { path: ["clinics"], query: {}, row: wireClinic } as const;
const { signal } = new AbortController();
const code = (reading: Promise<unknown>) =>
  reading.then(
    () => "none",
    (error: unknown) => (error as { code: string }).code,
  );

describe("a list", () => {
  it.each([0, 1, 99, 100, 101, 199, 200, 298, 299, 300])("of %i rows is read whole", async (count) => {
    const rows = await readList(platformWith(upTo(count)), list, signal);
    expect(rows.map(({ id }) => id)).toEqual(upTo(count));
  });

  it("whose rows move over the edge of a page is read again from the start", async () => {
    const ids = upTo(250);
    const client = platformWith(ids, (page) => {
      if (page === 2) ids.push(...ids.splice(3, 1));
    });
    const rows = await readList(client, list, signal);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(upTo(250)));
  });

  it.each([
    ["one is gone", (ids: number[]) => ids.splice(0, 1)],
    ["one is new", (ids: number[]) => ids.unshift(ids.length + 1)],
    ["one is gone and one is new behind it", (ids: number[]) => ids.push(...ids.splice(0, 1))],
    ["one is new at its end", (ids: number[]) => ids.push(ids.length + 1)],
  ])("is never given short because %s while it is read", async (_, change) => {
    const ids = upTo(250);
    expect(
      await code(
        readList(
          platformWith(ids, () => change(ids)),
          list,
          signal,
        ),
      ),
    ).toBe("list-shifted");
  });

  it.each([
    ["a page with fewer rows than there are", { data: [{ id: 1, title: "" }], totalItems: 2 }, "list-torn"],
    ["an empty page of a list that has rows", { data: [], totalItems: 1 }, "list-torn"],
    ["more rows than there are", { data: [{ id: 1, title: "" }], totalItems: 0 }, "list-torn"],
    [
      "one row twice",
      {
        data: [
          { id: 1, title: "" },
          { id: 1, title: "" },
        ],
        totalItems: 2,
      },
      "list-torn",
    ],
    ["no number of rows", { data: [] }, "answer-unexpected"],
    ["no rows", { totalItems: 0 }, "answer-unexpected"],
    ["a row of another form", { data: [{ id: "1", title: "" }], totalItems: 1 }, "answer-unexpected"],
    ["a bare list", [], "answer-unexpected"],
    ["nothing", null, "answer-unexpected"],
  ])("is refused when the answer holds %s", async (_, answer, expected) => {
    const app = new Hono();
    app.get("/clinics", (context) => context.json(answer));
    const client = clientOf(app);
    expect(await code(readListPage(client, list, undefined, signal))).toBe(expected);
  });
});
