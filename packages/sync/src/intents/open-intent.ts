import type { Intent } from "../platform/outlet.js";
import type { TenantStore } from "../store/store.js";
import { payloadPlace } from "./payload-place.js";

/** An intent as it is stored. */
export interface SealedIntent {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly payload: Uint8Array;
  readonly payloadKey: string;
}

/** An intent with what is to be done, nothing where its payload does not open: its key is not among those of the store. */
export function openIntent(
  { tenant, sealer }: Pick<TenantStore, "tenant" | "sealer">,
  { id, kind, reference, payload, payloadKey }: SealedIntent,
): Intent | undefined {
  try {
    const content = sealer.open({ keyId: payloadKey, bytes: payload }, payloadPlace(tenant, id));
    return { id, tenant, kind, reference, payload: JSON.parse(content) as unknown };
  } catch {
    return undefined;
  }
}
