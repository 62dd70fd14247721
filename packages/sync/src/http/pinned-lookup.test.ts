import { promisify } from "node:util";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { AddressRefused, pinnedLookup } from "./pinned-lookup.js";
import { isPublicAddress } from "./public-address.js";

const addresses = fc.array(
  fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom("127.0.0.1", "8.8.8.8", "2a00::1")),
  {
    maxLength: 3,
  },
);

describe("the lookup of a connection", () => {
  test.prop([fc.array(addresses, { minLength: 1, maxLength: 4 }), fc.boolean()])(
    "connects to what was checked, however often the name changes its address",
    async (answers, all) => {
      let asked = 0;
      const lookup = pinnedLookup(() => Promise.resolve(answers[asked++] ?? []), isPublicAddress);
      for (const answer of answers) {
        const given = await new Promise<unknown>((resolve) => {
          lookup("clinic.example", { all }, (error, found) => resolve(error ?? found));
        });
        const whole = answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
        if (answer.length === 0 || !answer.every(isPublicAddress))
          expect(given).toBeInstanceOf(AddressRefused);
        else expect(given).toEqual(all ? whole : answer[0]);
      }
      expect(asked).toBe(answers.length);
    },
  );

  test("fails as the resolver fails", async () => {
    const unknown = Object.assign(new Error("unknown"), { code: "ENOTFOUND" });
    const lookup = promisify(pinnedLookup(() => Promise.reject(unknown), isPublicAddress));
    await expect(lookup("clinic.example", {})).rejects.toBe(unknown);
  });
});
