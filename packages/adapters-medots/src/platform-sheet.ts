/**
 * How sure we are. `seen`: public clients send or read it so, several of them or one. `assumed`: it follows from what was
 * seen, or from how such systems are built. `unknown`: nothing public says how it is.
 */
export type Standing = "seen" | "assumed" | "unknown";

/** One thing that MEDOTS does or may not do, and what the adapter makes of it. */
export interface SheetRow {
  readonly about: string;
  readonly standing: Standing;
  readonly platform: string;
  readonly adapter: string;
}

/** What is known, assumed and unknown of the platform. The vendor published nothing; a clinic confirms it in its options. */
export const platformSheet: readonly SheetRow[] = [
  {
    about: "token",
    standing: "seen",
    platform: "HS512, signed with the secret as it is written; it lives for a minute",
    adapter: "signs one for every request, back-dated by 10 seconds, and a second one after a 401",
  },
  {
    about: "authorization header",
    standing: "seen",
    platform: "some clients write Bearer before the token, some do not",
    adapter: "`authorization`, with Bearer when left out",
  },
  {
    about: "lists",
    standing: "seen",
    platform: "`limit` to 100 and `offset` are required; `data` and `totalItems` come back",
    adapter: "reads each page with the last row of the one before, and refuses a list that moved or is short",
  },
  {
    about: "order of lists",
    standing: "unknown",
    platform: "nothing says by what rows are ordered, or that the order stays",
    adapter: "reads again from the start when a row stands elsewhere than it did",
  },
  {
    about: "collision",
    standing: "seen",
    platform: "status 200, with the key `errors.appointment_intersects_with_existing_ones` in the body",
    adapter: "a conflict wherever the key stands, unless what is there is our own",
  },
  {
    about: "other errors",
    standing: "seen",
    platform: "422 for what is missing or double, 403 for what is not allowed; their bodies are unknown",
    adapter: "refused; after a 422 for a client, somebody alike is looked for",
  },
  {
    about: "id of what was made",
    standing: "seen",
    platform: "in the answer itself, or in the first row of its `data`: clients disagree",
    adapter: "`newId`, either place when left out; without an id the outcome is unknown",
  },
  {
    about: "times",
    standing: "seen",
    platform: "day and time of the clinic, without an offset",
    adapter:
      "needs the zone of each clinic; refuses what its clock never shows and what it shows twice, the other time",
  },
  {
    about: "incremental reading",
    standing: "seen",
    platform: "`updatedAtAfter`, in seconds since 1970",
    adapter: "starts 120 seconds before the last change it saw, by their clock (`overlapSeconds`)",
  },
  {
    about: "moment of a change",
    standing: "assumed",
    platform: "rows say in `updatedAt` when they changed, in seconds or as a moment with its offset",
    adapter:
      "takes it for the version; a row without it is refused. Of two changes in one second, both are read; a change that was decided on the first overwrites the second",
  },
  {
    about: "days of a list",
    standing: "assumed",
    platform: "`dateStart` and `dateEnd` are inclusive",
    adapter: "a full reading asks day by day, so that a wrong guess shows as missing days and is held",
  },
  {
    about: "words for a status",
    standing: "assumed",
    platform:
      "`billed` was seen; unconfirmed, approved, arrived, finished, paid, cancelled, no_show were not",
    adapter: "`statuses` corrects them; a word that nobody explained is `unknown` and keeps its slot",
  },
  {
    about: "cancelling",
    standing: "unknown",
    platform: "no call was seen, and no body of a change that cancels",
    adapter: "`cancelBy`; without it every cancellation is refused with `cancel-by-hand`, for a person",
  },
  {
    about: "our reference",
    standing: "assumed",
    platform: "a note is kept as it was sent, and is shown in lists",
    adapter: "`referenceIn`; without a note, what was made is found by who, with whom and when",
  },
  {
    about: "idempotency keys",
    standing: "unknown",
    platform: "none was seen",
    adapter: "`honours.idempotencyKeys`; otherwise nothing is sent again before it was looked for",
  },
  {
    about: "versions of a record",
    standing: "unknown",
    platform: "no `ETag` was seen",
    adapter:
      "`honours.versions`; otherwise reads before it writes and after, and cannot see who writes in between",
  },
  {
    about: "life of a request",
    standing: "assumed",
    platform: "a request whose token expired has no effect, however late it arrives",
    adapter: "looks for what is unknown only after that minute; clocks that disagree by more make it a guess",
  },
  {
    about: "rights of a key",
    standing: "unknown",
    platform: "a key may see some clinics only, and be shown an empty list of others",
    adapter: "looks for the clinic at the start and at the end of a full reading",
  },
  {
    about: "limits of use",
    standing: "unknown",
    platform: "no limit and no `Retry-After` was seen",
    adapter: "waits as long as a 429 or 503 asks; a 503 that asks nothing leaves the outcome unknown",
  },
  {
    about: "telling of changes",
    standing: "unknown",
    platform: "no webhook was seen",
    adapter: "asks for changes",
  },
  {
    about: "writing to orders",
    standing: "unknown",
    platform: "orders and their lines were read, never written",
    adapter: "prices are given back as a proposal",
  },
];
