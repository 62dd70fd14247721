import { problemAt, type Problem } from "@guichet/rules";
import type * as z from "zod";
import { placeOf } from "./config-parts.js";

/** What is wrong with the shape of a configuration: what was expected, and of which kind the value is, never the value. */
export function shapeProblem(issue: z.core.$ZodIssue, file: string): Problem {
  const place = placeOf(issue.path);
  const where = place === "" ? file : `${file}, ${place}`;
  const [what, todo] = wordsOf(issue);
  return problemAt("config-refused", where, what, todo);
}

function wordsOf(issue: z.core.$ZodIssue): readonly [what: string, todo: string] {
  switch (issue.code) {
    case "unrecognized_keys":
      return [`no such option: ${issue.keys.join(", ")}`, "correct its name, or leave it out"];
    case "invalid_value":
      return [`expected one of ${issue.values.join(", ")}`, "choose one"];
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") return ["it is empty", "fill it in"];
      return [`expected ${String(issue.minimum)} or more`, "correct it"];
    case "too_big":
      return [`expected ${String(issue.maximum)} or less`, "correct it"];
    default: {
      const what = issue.message.replace(/^Invalid input: /, "");
      return what.endsWith(", received undefined") ? ["it is missing", "fill it in"] : [what, "correct it"];
    }
  }
}
