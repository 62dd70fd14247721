import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signToken } from "./sign-token.js";

const json = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));

describe("a token", () => {
  it("is HS512 with the secret as it is written, and good for a minute that began ten seconds ago", async () => {
    const token = await signToken("clinic", "sécret=", 1_000_000_999);
    const [head, claims, signature] = token.split(".");
    expect(json(head)).toEqual({ alg: "HS512", typ: "JWT" });
    expect(json(claims)).toEqual({ iss: "clinic", iat: 999_990, exp: 1_000_050 });
    const own = createHmac("sha512", "sécret=")
      .update(`${head ?? ""}.${claims ?? ""}`)
      .digest("base64url");
    expect(signature).toBe(own);
  });
});
