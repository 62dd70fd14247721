import { scriptPart } from "./script.mjs";

/** A waitlist against free slots. */
export const matching = (settings) => scriptPart("matching", settings);
