import { addressIn, extensionOf } from "../wire/extension.js";
import { isWebPage, type OpinionOutletOptions } from "./opinion-outlet.js";

/**
 * Where the requester goes on with a request on the platform, asked anew: the address may hold a right of access, so it
 * is not stored. `undefined` where the platform gives none.
 *
 * Errors: those of `FhirClient`.
 */
export async function draftAddress(
  { client, settings }: Pick<OpinionOutletOptions, "client" | "settings">,
  remoteId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const request = await client.read(remoteId, signal);
  const address = addressIn(extensionOf(request, settings.dialect.extensions.requestUrl));
  return address !== undefined && isWebPage(address) ? address : undefined;
}
