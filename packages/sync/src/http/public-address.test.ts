import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isPublicAddress } from "./public-address.js";

/** The last address before a block, its two ends, the first after it; "-" where the neighbour is in another block. */
const blocks: readonly (readonly [string, string, string, string])[] = [
  ["-", "0.0.0.0", "0.255.255.255", "1.0.0.0"],
  ["9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"],
  ["100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"],
  ["126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"],
  ["169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"],
  ["172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"],
  ["191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"],
  ["192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"],
  ["192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"],
  ["192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"],
  ["198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"],
  ["198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"],
  ["203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"],
  ["223.255.255.255", "224.0.0.0", "255.255.255.255", "-"],
  ["-", "::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "-"],
  ["-", "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::"],
  [
    "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db8::",
    "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db9::",
  ],
  ["2001:ffff::", "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::"],
  ["3ffe:ffff::", "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"],
  ["3fff:ffff::", "4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "-"],
];

describe("an address that the internet leads to", () => {
  it.each(blocks)("lies before %s or after, not from %s to %s", (before, first, last, after) => {
    expect(isPublicAddress(first)).toBe(false);
    expect(isPublicAddress(last)).toBe(false);
    for (const neighbour of [before, after])
      expect(neighbour === "-" || isPublicAddress(neighbour)).toBe(true);
  });

  it.each([
    ["an IPv4 address written as IPv6", "::ffff:8.8.8.8"],
    ["a private one written as IPv6", "::ffff:10.0.0.1"],
    ["one translated by NAT64", "64:ff9b::8.8.8.8"],
    ["a unique local one", "fd12:3456::1"],
    ["a link-local one with its interface", "fe80::1%eth0"],
    ["a multicast one", "ff02::1"],
    ["a name", "example.org"],
    ["a number", "134744072"],
    ["nothing", ""],
  ])("is not %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("this machine", () => {
  it.each(["127.0.0.1", "127.255.255.255", "::1"])("is %s", (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  });

  it.each(["126.255.255.255", "128.0.0.0", "0.0.0.0", "::", "::2", "localhost"])("is not %s", (address) => {
    expect(isLoopbackAddress(address)).toBe(false);
  });
});
