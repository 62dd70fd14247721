import type { Decision, Policy } from "@guichet/rules";

/** What records are made with, as plain data. */
export interface RecorderSettings {
  readonly tenant: string;
  readonly purpose: string;
  /** The key of the pseudonyms, in hexadecimal. */
  readonly key: string;
}

/** Makes the record of a decision, of a line that names its subject and its moment. Errors: `record-refused`. */
export type Recorder = (policy: Policy, decision: Decision, line: object) => string;

export async function makeRecorder({ tenant, purpose, key: digits }: RecorderSettings): Promise<Recorder> {
  const { recordOf } = await import("@guichet/rules/verify");
  const key = new Uint8Array(Buffer.from(digits, "hex"));
  return (policy, decision, line) => {
    const { subject, at } = line as { readonly subject: string; readonly at: string };
    return JSON.stringify(recordOf(policy, decision, { subject, at, tenant, purpose, key }));
  };
}
