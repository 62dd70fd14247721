import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";

/** The addresses behind the name of a server. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Asks the resolver of the operating system. */
export const resolveBySystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
};

/** Why a connection was not made: an address behind the name is not allowed. */
export class AddressRefused extends Error {}

/**
 * Resolves the name of a server for the connection itself: what was checked is what is connected to, so that a name
 * cannot change its address in between. One address that is not allowed refuses them all.
 */
export function pinnedLookup(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    void resolve(hostname)
      .then((addresses) => {
        if (!addresses.every(isAllowed)) throw new AddressRefused();
        return addresses.map((address) => ({ address, family: isIP(address) }));
      })
      .then(
        ([first, ...others]) => {
          if (first === undefined) callback(new AddressRefused(), "");
          else if (options.all === true) callback(null, [first, ...others]);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => callback(error instanceof Error ? error : new AddressRefused(), ""),
      );
  };
}
