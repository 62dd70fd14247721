import { BlockList, isIP } from "node:net";

type Subnet = readonly [network: string, prefix: number];

/** Blocks of the IANA IPv4 Special-Purpose Address Registry that are not globally reachable, and multicast. */
const special4: readonly Subnet[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Inside global unicast, blocks that lead to an IPv4 address (6to4, Teredo) or nowhere (documentation). */
const special6: readonly Subnet[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const notPublic = blocksOf(special4, special6);
const globalUnicast = blocksOf([], [["2000::", 3]]);
const loopback = blocksOf([["127.0.0.0", 8]], []);

/** Whether an IP address is one that the internet leads to. What is no IPv4 or global unicast IPv6 address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, "ipv4");
  return isIP(address) === 6 && globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

/** Whether an IP address is this machine. */
export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && loopback.check(address, "ipv4"));
}

function blocksOf(subnets4: readonly Subnet[], subnets6: readonly Subnet[]): BlockList {
  const blocks = new BlockList();
  for (const [network, prefix] of subnets4) blocks.addSubnet(network, prefix, "ipv4");
  for (const [network, prefix] of subnets6) blocks.addSubnet(network, prefix, "ipv6");
  return blocks;
}
