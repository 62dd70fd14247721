import { scriptPart } from "./script.mjs";

/** A million cases through the command. */
export const batch = (settings) => scriptPart("batch", settings);
