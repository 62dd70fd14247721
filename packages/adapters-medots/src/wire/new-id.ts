import * as z from "zod";
import { field } from "./field.js";

const own = z.object({ id: field.id }).transform(({ id }) => id);
const inData = z.object({ data: z.tuple([z.object({ id: field.id })]) }).transform(({ data }) => data[0].id);

/** Where the answer to a create holds the new id: public clients disagree. */
export const newIdPlaces = { object: own, "first-of-data": inData, either: z.union([own, inData]) } as const;

export type NewIdPlace = keyof typeof newIdPlaces;
