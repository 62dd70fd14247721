import * as z from "zod";

/** Why a server refused. Its texts may repeat what was sent: only the code of an issue is ever passed on. */
export const operationOutcome = z.looseObject({
  resourceType: z.literal("OperationOutcome"),
  issue: z
    .array(
      z.looseObject({ severity: z.string(), code: z.string(), expression: z.array(z.string()).optional() }),
    )
    .min(1),
});

export type OperationOutcome = z.infer<typeof operationOutcome>;
