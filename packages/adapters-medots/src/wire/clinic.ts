import * as z from "zod";
import { field } from "./field.js";

/** A clinic of the tenant. Its zone is not told: it stands in our options. */
export const wireClinic = z.object({ id: field.id, title: field.text });

export type WireClinic = z.output<typeof wireClinic>;
