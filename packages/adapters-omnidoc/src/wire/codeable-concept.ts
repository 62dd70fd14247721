import * as z from "zod";

/** One meaning, as one or several code systems name it. */
export const codeableConcept = z.looseObject({
  coding: z
    .array(
      z.looseObject({
        system: z.string().optional(),
        code: z.string().optional(),
        display: z.string().optional(),
      }),
    )
    .optional(),
});

export type CodeableConcept = z.infer<typeof codeableConcept>;

/** The first code of a system among several meanings. */
export function codeIn(concepts: readonly CodeableConcept[] | undefined, system: string): string | undefined {
  return concepts?.flatMap(({ coding = [] }) => coding).find((coding) => coding.system === system)?.code;
}
