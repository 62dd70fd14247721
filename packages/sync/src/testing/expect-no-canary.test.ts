import { describe, expect, it } from "vitest";
import { canaries } from "./canaries.js";
import { expectNoCanary } from "./expect-no-canary.js";

const known = canaries();
const { familyName, givenName, phone, birthDate, note, token, secret } = known;
const hidden = Object.defineProperty({}, "hidden", { value: familyName, enumerable: false });
const loop: { self?: unknown; name: string } = { name: "x" };
loop.self = loop;

describe("a canary", () => {
  it.each(Object.entries(known))("is new each time: %s", (name, text) => {
    expect(Object.entries(canaries()).find(([other]) => other === name)?.[1]).not.toBe(text);
  });

  it.each<readonly [string, unknown]>([
    ["a text", `for ${familyName}.`],
    ["small letters", familyName.toLowerCase()],
    ["another normal form", givenName.normalize("NFD")],
    ["JSON", JSON.stringify({ deep: [{ phone }] })],
    ["escaped JSON", JSON.stringify(givenName).replace("é", "\\u00e9")],
    ["a URL", new URL(`https://clinic.example/?q=${encodeURIComponent(givenName)}`).href],
    ["digits alone", phone.slice(1)],
    ["base64", Buffer.from(token).toString("base64")],
    ["base64 in the middle", Buffer.from(`a${token}b`).toString("base64")],
    ["base64 in another middle", Buffer.from(`ab${token}`).toString("base64")],
    ["bytes", new TextEncoder().encode(note)],
    ["the message of an error", new Error(birthDate)],
    ["the cause of a cause", new Error("a", { cause: new Error("b", { cause: new Error(secret) }) })],
    ["the stack of an error", Object.assign(new Error("a"), { stack: `at ${token}` })],
    ["several errors", new AggregateError([new Error(token)])],
    ["a field of an error", Object.assign(new Error("a"), { detail: `Key (${familyName})` })],
    ["a key", { [familyName]: 1 }],
    ["a symbol", { [Symbol(familyName)]: 1 }],
    ["a hidden property", hidden],
    ["a map", new Map([["a", new Set([familyName])]])],
    ["headers", new Headers({ authorization: `Bearer ${token}` })],
    ["an object in a circle", { loop, token: [token] }],
    ["a function's field", Object.assign(() => undefined, { token })],
    ["a number", Number(phone.slice(1))],
    ["a secret without its prefix", secret.slice("whsec_".length)],
  ])("is found in %s", (_, value) => {
    expect(() => expectNoCanary(known, "nothing here", value)).toThrow(/^canary found: \w+, at \[1\]/);
  });

  it("is not found where none is", () => {
    const other = canaries();
    expect(() =>
      expectNoCanary(known, other, new Error(other.token), null, undefined, 1, loop, []),
    ).not.toThrow();
  });
});
