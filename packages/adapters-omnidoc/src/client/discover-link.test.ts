import { describe, expect, it } from "vitest";
import { discoverLink } from "./discover-link.js";

describe("the page of a specialty", () => {
  it("is asked for by its code, accents composed whichever way they were typed", () => {
    const composed = "https://app.omnidoc.fr/discover/map?specialty=g%C3%A9n%C3%A9tique";
    expect(discoverLink("génétique".normalize("NFD"))).toBe(composed);
    expect(discoverLink("génétique".normalize("NFC"))).toBe(composed);
  });

  it("takes a code as a code, whatever stands in it", () => {
    expect(new URL(discoverLink("a&specialty=b#c")).searchParams.getAll("specialty")).toEqual([
      "a&specialty=b#c",
    ]);
  });
});
