import { randomBytes } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { GuichetError } from "@guichet/rules";
import { signWebhook } from "./sign-webhook.js";
import { verifyWebhook, type WebhookToVerify } from "./verify-webhook.js";

const noon = Date.UTC(2026, 10, 26, 12);
const newSecret = (bytes = 32) => `whsec_${randomBytes(bytes).toString("base64")}`;
const secret = newSecret();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const rawBody = bytesOf('{"type":"request.completed", "id": 12}');

/** What becomes of a webhook that is right but for some of it. */
function verified(
  changed: Partial<WebhookToVerify> & { readonly header?: Record<string, string | undefined> } = {},
) {
  const { header = {}, ...others } = changed;
  const headers = new Headers(signWebhook({ secrets: [secret], id: "event-1", rawBody, nowMillis: noon }));
  for (const [name, value] of Object.entries(header)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return verifyWebhook({ secrets: [secret], headers, rawBody, nowMillis: noon, ...others });
}

const accepted = { outcome: "accepted", id: "event-1", timestampSeconds: noon / 1000 };

describe("a webhook", () => {
  it("is accepted with its id and its time", () => {
    expect(verified()).toEqual(accepted);
  });

  it.each([
    ["300 seconds later", 300_000, "accepted"],
    ["in the last millisecond of that second", 300_999, "accepted"],
    ["301 seconds later", 301_000, "too-old"],
    ["300 seconds before it was sent", -300_000, "accepted"],
    ["301 seconds before it was sent", -301_000, "too-new"],
  ])("that arrives %s: %s ms, %s", (_, millis, expected) => {
    const result = verified({ nowMillis: noon + millis });
    expect(result.outcome === "refused" ? result.code : result.outcome).toBe(expected);
  });

  it("may be given another tolerance", () => {
    expect(verified({ nowMillis: noon + 10_000, toleranceSeconds: 10 })).toEqual(accepted);
    expect(verified({ nowMillis: noon + 11_000, toleranceSeconds: 10 })).toMatchObject({ code: "too-old" });
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("is refused without %s", (name) => {
    expect(verified({ header: { [name]: undefined } })).toEqual({
      outcome: "refused",
      code: "header-missing",
    });
    expect(verified({ header: { [name]: "" } })).toEqual({ outcome: "refused", code: "header-missing" });
  });

  it.each(["1e9", "-1", "0", "01", "1764158400.5", "0x69", "soon", "9999999999999"])(
    "is refused with %s for a time",
    (timestamp) => {
      expect(verified({ header: { "webhook-timestamp": timestamp } })).toMatchObject({
        code: "timestamp-malformed",
      });
    },
  );

  it.each(["event.1", "event 1", "é", "e".repeat(257), "event-1, event-2"])(
    "is refused with %j for an id",
    (id) => {
      expect(verified({ header: { "webhook-id": id } })).toMatchObject({ code: "id-malformed" });
    },
  );

  it("is accepted with an id of 256 signs", () => {
    const id = "e".repeat(256);
    const headers = new Headers(signWebhook({ secrets: [secret], id, rawBody, nowMillis: noon }));
    expect(verified({ headers })).toMatchObject({ outcome: "accepted", id });
  });

  it.each([
    [
      "whose JSON was parsed and written again",
      { rawBody: bytesOf(JSON.stringify({ type: "request.completed", id: 12 })) },
    ],
    ["that has another id", { header: { "webhook-id": "event-2" } }],
    ["that has another time", { header: { "webhook-timestamp": String(noon / 1000 + 1) } }],
    ["that was signed for another tenant", { secrets: [newSecret()] }],
    ["that nobody here has a secret for", { secrets: [] }],
    ["that has no signature of version 1", { header: { "webhook-signature": "v1a,AAAA v2,AAAA" } }],
    ["that has a signature without a version", { header: { "webhook-signature": "AAAA" } }],
    ["that has an empty signature", { header: { "webhook-signature": "v1," } }],
  ])("is refused %s", (_, changed) => {
    expect(verified(changed)).toEqual({ outcome: "refused", code: "signature-wrong" });
  });

  it("is accepted by one signature among several, wherever it stands", () => {
    const right =
      signWebhook({ secrets: [secret], id: "event-1", rawBody, nowMillis: noon })["webhook-signature"] ?? "";
    const wrong = `v1,${Buffer.alloc(32).toString("base64")}`;
    for (const signatures of [
      [right, wrong],
      [wrong, "v1a,AAAA", right],
      [wrong, right, wrong],
    ])
      expect(verified({ header: { "webhook-signature": signatures.join(" ") } })).toEqual(accepted);
    expect(verified({ header: { "webhook-signature": `${wrong} ${wrong}` } })).toMatchObject({
      code: "signature-wrong",
    });
  });

  it("passes while a secret is being replaced, whichever side is first", () => {
    const next = newSecret();
    expect(verified({ secrets: [next, secret] })).toEqual(accepted);
    const headers = new Headers(
      signWebhook({ secrets: [next, secret], id: "event-1", rawBody, nowMillis: noon }),
    );
    expect(verified({ headers })).toEqual(accepted);
    expect(verified({ headers, secrets: [next] })).toEqual(accepted);
  });

  it("may be ten megabytes long, and one changed bit of them is found", () => {
    const large = randomBytes(10_000_000);
    const headers = new Headers(
      signWebhook({ secrets: [secret], id: "event-1", rawBody: large, nowMillis: noon }),
    );
    expect(verified({ headers, rawBody: large })).toEqual(accepted);
    large.writeUInt8(large.readUInt8(9_999_999) ^ 1, 9_999_999);
    expect(verified({ headers, rawBody: large })).toMatchObject({ code: "signature-wrong" });
  });

  it("need not be text", () => {
    const bytes = Uint8Array.of(0, 0xff, 0xfe, 0xd8, 0x00);
    const headers = new Headers(
      signWebhook({ secrets: [secret], id: "event-1", rawBody: bytes, nowMillis: noon }),
    );
    expect(verified({ headers, rawBody: bytes })).toEqual(accepted);
    expect(verified({ headers, rawBody: Buffer.from(Buffer.from(bytes).toString()) })).toMatchObject({
      code: "signature-wrong",
    });
  });

  test.prop([fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 0, max: 7 })])(
    "is refused with any bit of its body changed",
    (body, at, bit) => {
      const headers = new Headers(
        signWebhook({ secrets: [secret], id: "event-1", rawBody: body, nowMillis: noon }),
      );
      const changed = body.map((byte, index) => (index === at % body.length ? byte ^ (1 << bit) : byte));
      expect(verified({ headers, rawBody: body })).toEqual(accepted);
      expect(verified({ headers, rawBody: changed })).toMatchObject({ code: "signature-wrong" });
    },
  );

  test.prop([fc.string(), fc.string(), fc.string()])(
    "is refused whatever its headers hold",
    (id, timestamp, signature) => {
      const values: Record<string, string> = {
        "webhook-id": id,
        "webhook-timestamp": timestamp,
        "webhook-signature": signature,
      };
      const headers = { get: (name: string) => values[name] ?? null } as unknown as Headers;
      expect(verified({ headers })).toMatchObject({ outcome: "refused" });
    },
  );
});

describe("a secret", () => {
  it.each([
    ["with its prefix", (key: Buffer) => `whsec_${key.toString("base64")}`],
    ["without it", (key: Buffer) => key.toString("base64")],
    ["without padding", (key: Buffer) => key.toString("base64").replaceAll("=", "")],
  ])("may be written %s", (_, written) => {
    const key = randomBytes(32);
    const headers = new Headers(
      signWebhook({ secrets: [`whsec_${key.toString("base64")}`], id: "event-1", rawBody, nowMillis: noon }),
    );
    expect(verified({ headers, secrets: [written(key)] })).toEqual(accepted);
  });

  it.each([24, 64])("may have %s bytes", (bytes) => {
    expect(verified({ secrets: [newSecret(bytes)] })).toMatchObject({ code: "signature-wrong" });
  });

  it.each([
    ["23 bytes", newSecret(23)],
    ["65 bytes", newSecret(65)],
    ["nothing", "whsec_===="],
    ["what is no base64", `whsec_${"!".repeat(44)}`],
    ["a key to verify only", `whpk_${randomBytes(32).toString("base64")}`],
  ])("of %s is an error of ours, and is not repeated in it", (_, wrong) => {
    try {
      verified({ secrets: [secret, wrong] });
      expect.unreachable();
    } catch (error) {
      expect(GuichetError.isInstance(error) && error.code).toBe("webhook-secret-refused");
      expect(String(error)).not.toContain(wrong);
    }
  });
});

describe("the standardwebhooks package", () => {
  const texts = fc.oneof(fc.json(), fc.string({ unit: "grapheme" }));
  const ids = fc.stringMatching(/^[\w-]{1,40}$/);
  const keys = fc.uint8Array({ minLength: 24, maxLength: 64 });
  // It has no clock to set: it is given the time of this process.
  const now = () => Date.now();

  test.prop([keys, ids, texts])("accepts what we sign", (key, id, text) => {
    const encoded = `whsec_${Buffer.from(key).toString("base64")}`;
    const signed = signWebhook({ secrets: [encoded], id, rawBody: bytesOf(text), nowMillis: now() });
    expect(() => new Webhook(encoded).verify(text, signed, { jsonParse: false })).not.toThrow();
  });

  test.prop([keys, ids, texts])("signs what we accept", (key, id, text) => {
    const encoded = `whsec_${Buffer.from(key).toString("base64")}`;
    const timestampSeconds = Math.floor(now() / 1000);
    const headers = new Headers({
      "webhook-id": id,
      "webhook-timestamp": String(timestampSeconds),
      "webhook-signature": new Webhook(encoded).sign(id, new Date(timestampSeconds * 1000), text),
    });
    const result = verifyWebhook({ secrets: [encoded], headers, rawBody: bytesOf(text), nowMillis: now() });
    expect(result).toEqual({ outcome: "accepted", id, timestampSeconds });
  });
});
