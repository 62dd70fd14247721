import { describe, expect, it } from "vitest";
import { wordingOf } from "./wording.js";

const [ward, store, cellar] = ["ward", "store", "cellar"] as const;

describe.each([
  {
    locale: "en",
    or: "ward, store or cellar",
    possible: "possibly ward, store",
    certain: "ward, store; possibly also store, cellar",
    perhaps: "Perhaps: it rains.",
    likely: "Likely, not confirmed at the source: fee, day.",
    interpretation: "Our reading of the source, not its words: fee, day.",
  },
  {
    locale: "fr",
    or: "ward, store ou cellar",
    possible: "peut-être ward, store",
    certain: "ward, store ; peut-être aussi store, cellar",
    perhaps: "Peut-être : it rains.",
    likely: "Probable, non confirmé à la source : fee, day.",
    interpretation: "Notre lecture de la source, et non ses termes : fee, day.",
  },
  {
    locale: "ru",
    or: "ward, store или cellar",
    possible: "возможно: ward, store",
    certain: "ward, store; возможно также: store, cellar",
    perhaps: "Возможно: it rains.",
    likely: "Вероятно, но по источнику не подтверждено: fee, day.",
    interpretation: "Наше толкование источника, а не его слова: fee, day.",
  },
])("the wording of $locale", ({ locale, ...said }) => {
  const wording = wordingOf(locale);

  it("lists what is possible", () => {
    expect(wording.or([ward, store, cellar])).toBe(said.or);
    expect([wording.or([]), wording.or([ward])]).toEqual(["", ward]);
    expect(wording.certainly([], [ward, store])).toBe(said.possible);
    expect(wording.certainly([ward, store], [store, cellar])).toBe(said.certain);
  });

  it("marks what is not sure", () => {
    expect(wording.perhaps("it rains.")).toBe(said.perhaps);
    expect(wording.unsure.likely(["fee", "day"])).toBe(said.likely);
    expect(wording.unsure.interpretation(["fee", "day"])).toBe(said.interpretation);
  });

  it("is that of every region, and of any case", () => {
    expect([`${locale}-CH`, locale.toUpperCase()].map(wordingOf)).toEqual([wording, wording]);
  });
});

it("a language without a wording of its own reads in English", () => {
  expect(wordingOf("de")).toBe(wordingOf("en"));
});
