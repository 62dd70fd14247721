import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Answer } from "./collect-answer.js";
import { HttpFailure } from "./http-failure.js";

const unzip = promisify(gunzip);

/** The bytes of an answer, unpacked, and never more of them than the limit: a small answer can unpack to gigabytes. */
export async function unpackBody(
  { headers, body }: Answer,
  platform: string,
  maxBytes: number,
): Promise<Buffer> {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "" || body.byteLength === 0) return body;
  if (encoding !== "gzip" && encoding !== "x-gzip")
    throw new HttpFailure("encoding-unknown", platform, "maybe");
  return unzip(body, { maxOutputLength: maxBytes }).catch((error: unknown) => {
    const large = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new HttpFailure(large ? "answer-too-large" : "answer-torn", platform, "maybe");
  });
}
