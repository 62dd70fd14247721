import * as z from "zod";
import { field } from "./field.js";

/** An entry of a dictionary: a type of appointments, or a source they come from. */
export const wireDictionaryEntry = z.object({ id: field.id, title: field.text });

export type WireDictionaryEntry = z.output<typeof wireDictionaryEntry>;
