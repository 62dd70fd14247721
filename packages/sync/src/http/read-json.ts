import { MIMEType } from "node:util";
import { HttpFailure } from "./http-failure.js";

export interface ReadJsonLimits {
  /** What the platform is called in errors. */
  readonly platform: string;
  /** 10 million when left out. */
  readonly maxBytes?: number;
}

/**
 * The JSON of an answer, as it stands: what it means is the caller's to check.
 *
 * A page for people with status 200, a body that breaks off and bytes that are not UTF-8 are failures, never a value.
 *
 * Errors: `HttpFailure` with `not-json`, `charset-unknown`, `answer-too-large`, `json-torn`.
 */
export async function readJson(
  response: Response,
  { platform, maxBytes = 10_000_000 }: ReadJsonLimits,
): Promise<unknown> {
  const fail = (code: "not-json" | "charset-unknown" | "answer-too-large" | "json-torn") =>
    new HttpFailure(code, platform, "maybe");

  const type = mediaType(response.headers.get("content-type") ?? "");
  if (type === undefined || !/^application\/(.+\+)?json$|^text\/json$/.test(type.essence))
    throw fail("not-json");
  const charset = type.params.get("charset") ?? "utf-8";
  if (!/^utf-?8$|^us-ascii$/i.test(charset)) throw fail("charset-unknown");
  const bytes = await response.arrayBuffer().catch(() => {
    throw fail("json-torn");
  });
  if (bytes.byteLength > maxBytes) throw fail("answer-too-large");
  const text = textOf(bytes);
  if (text === undefined) throw fail("charset-unknown");
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the body.
    throw fail("json-torn");
  }
}

function mediaType(text: string): MIMEType | undefined {
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
}

function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
