import type { HttpFailure } from "@guichet/sync/http";

/** What asking came to, before it is known what it means for who asked. */
export type Reply =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** The JSON of it; of an answer that is no success, `undefined` where it has none. */
      readonly body: unknown;
      readonly etag: string | undefined;
      readonly afterSeconds: number | undefined;
    }
  | { readonly kind: "failed"; readonly failure: HttpFailure };
