import * as z from "zod";
import { extension } from "./extension.js";

/** What a server says about a resource: its version, and since when it stands. */
export const meta = z.looseObject({
  versionId: z.string().optional(),
  lastUpdated: z.iso.datetime({ offset: true }).optional(),
  extension: z.array(extension).optional(),
});

export type Meta = z.infer<typeof meta>;
