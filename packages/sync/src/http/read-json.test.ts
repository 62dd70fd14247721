import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { HttpFailure } from "./http-failure.js";
import { readJson } from "./read-json.js";

const answer = (body: string | Uint8Array<ArrayBuffer> | null, type = "application/json") =>
  new Response(body, { headers: { "content-type": type } });

async function failureWith(response: Response, maxBytes?: number): Promise<HttpFailure> {
  const failure: unknown = await readJson(response, {
    platform: "medots",
    ...(maxBytes === undefined ? {} : { maxBytes }),
  }).catch((error: unknown) => error);
  if (!HttpFailure.isInstance(failure)) throw new Error("no failure");
  return failure;
}

describe("the JSON of an answer", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON; Charset="UTF-8"',
    "application/fhir+json; fhirVersion=4.0",
    "application/problem+json",
    "text/json",
    "application/json; charset=us-ascii",
  ])("is read from %s", async (type) => {
    expect(await readJson(answer('{"id":"é"}', type), { platform: "medots" })).toEqual({ id: "é" });
  });

  it.each([
    ["a login page with status 200", "<!doctype html><form>", "text/html; charset=utf-8", "not-json"],
    ["JSON called HTML", "[]", "text/html", "not-json"],
    ["JSON called text", "[]", "text/plain", "not-json"],
    ["JSON called nothing that is a type", "[]", "json", "not-json"],
    ["JSON called by a type that only begins alike", "[]", "application/jsonp", "not-json"],
    ["a login page called JSON", "<!doctype html><form>", "application/json", "json-torn"],
    ["nothing", "", "application/json", "json-torn"],
    ["another charset", "[]", "application/json; charset=windows-1251", "charset-unknown"],
    ["a value and more", "[] []", "application/json", "json-torn"],
  ])("is a failure when it is %s", async (_, body, type, code) => {
    expect(await failureWith(answer(body, type))).toMatchObject({ code, effect: "maybe" });
  });

  it("is a failure when it has no content type", async () => {
    const response = answer("[]");
    response.headers.delete("content-type");
    expect(await failureWith(response)).toMatchObject({ code: "not-json" });
  });

  it("is a failure when its bytes are not UTF-8", async () => {
    expect(await failureWith(answer(Uint8Array.of(0x22, 0xe9, 0x22)))).toMatchObject({
      code: "charset-unknown",
    });
  });

  it("is a failure one byte above the limit", async () => {
    expect(await readJson(answer('"12"'), { platform: "medots", maxBytes: 4 })).toBe("12");
    expect(await failureWith(answer('"12"'), 3)).toMatchObject({ code: "answer-too-large" });
  });

  test.prop([fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), fc.nat()])(
    "is a failure when it breaks off, wherever it breaks off",
    async (value, at) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const failure = await failureWith(answer(bytes.slice(0, at % bytes.length)));
      expect(["json-torn", "charset-unknown"]).toContain(failure.code);
    },
  );

  test.prop([fc.string({ minLength: 8 })])(
    "fails without a word of what the answer holds",
    async (secret) => {
      const failure = await failureWith(answer(`{"name": ${secret}zzzz`));
      expect(`${failure.message}${String(failure.cause)}${JSON.stringify(failure)}`).not.toContain(
        `${secret}zzzz`,
      );
    },
  );
});
