/** The tasks of a desk, in the order of a visit. */
export const deskTaskNames = [
  "find-slots",
  "book-appointment",
  "match-waitlist",
  "move-entry",
  "price-invoice",
  "assemble-record",
  "route-tele-expertise",
  "claim-tele-expertise",
  "requester-statement",
] as const;

export type DeskTaskName = (typeof deskTaskNames)[number];
