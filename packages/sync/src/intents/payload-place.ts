/** Where the payload of an intent is kept: it opens nowhere else. */
export function payloadPlace(tenant: string, id: string): string {
  return JSON.stringify(["intent", tenant, id]);
}
