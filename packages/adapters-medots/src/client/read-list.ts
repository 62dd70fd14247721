import type * as z from "zod";
import { wirePage } from "../wire/page.js";
import type { MedotsClient } from "./medots-client.js";
import { readAnswer } from "./read-answer.js";
import { ReadFailure } from "./read-failure.js";

type WithId = z.ZodType<{ readonly id: number }>;

/** A list of theirs, and what it is narrowed to. */
export interface List<Row extends WithId> {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly row: Row;
}

/** How far a list was read: the last row's id and the number of rows show whether it moved since. */
export interface ListPlace {
  readonly offset: number;
  readonly lastId: number;
  readonly total: number;
}

export interface ListPage<Row extends WithId> {
  readonly rows: readonly z.output<Row>[];
  /** Where the next page starts; `undefined` on the last one. */
  readonly next: ListPlace | undefined;
}

/** The most rows they give at once. */
const pageLimit = 100;

/**
 * One page of a list. Each page but the first starts with the last row of the one before: if another stands there, or
 * the number of rows is another, rows moved across the edge meanwhile and the list is refused.
 *
 * Errors: `list-torn` for a page with fewer rows than the list has left; `list-shifted`; those of `readAnswer`.
 */
export async function readListPage<Row extends WithId>(
  client: MedotsClient,
  { path, query, row }: List<Row>,
  place: ListPlace | undefined,
  signal: AbortSignal,
): Promise<ListPage<Row>> {
  const where = `GET ${path.join("/")}`;
  const offset = place === undefined ? 0 : place.offset - 1;
  const call = { method: "GET", path, query: { ...query, limit: pageLimit, offset } } as const;
  const { data, totalItems } = await readAnswer(client, call, wirePage(row), signal);

  if (place !== undefined && (totalItems !== place.total || data[0]?.id !== place.lastId)) {
    throw new ReadFailure("list-shifted", where);
  }
  if (data.length !== Math.min(pageLimit, totalItems - offset)) throw new ReadFailure("list-torn", where);
  if (new Set(data.map(({ id }) => id)).size !== data.length) throw new ReadFailure("list-torn", where);

  const read = offset + data.length;
  const last = data.at(-1);
  return {
    rows: place === undefined ? data : data.slice(1),
    next:
      last === undefined || read === totalItems
        ? undefined
        : { offset: read, lastId: last.id, total: totalItems },
  };
}

/** How often a list that keeps moving is read from its start. */
const longestChase = 5;

/** All rows of a list that is short enough to be read in one go; from the start again when it moved meanwhile. */
export async function readList<Row extends WithId>(
  client: MedotsClient,
  list: List<Row>,
  signal: AbortSignal,
): Promise<readonly z.output<Row>[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const rows: z.output<Row>[] = [];
      let place: ListPlace | undefined;
      do {
        const page = await readListPage(client, list, place, signal);
        rows.push(...page.rows);
        place = page.next;
      } while (place !== undefined);
      return rows;
    } catch (error) {
      const moved = error instanceof ReadFailure && error.code === "list-shifted";
      if (!moved || attempt === longestChase) throw error;
    }
  }
}
