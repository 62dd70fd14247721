import { matchWaitlist } from "../../../packages/rules/src/desk/waitlist/match-waitlist.js";
import { matchByHand } from "../hand-written/matching.js";
import { waitlistOf } from "../waitlist.js";
import { ratioOf } from "./race.js";

const input = waitlistOf(2000, 10_000);
const race = {
  name: "matching: matchWaitlist to the hand-written index",
  other: () => matchWaitlist(input),
  base: () => matchByHand(input),
};
console.log(JSON.stringify({ [race.name]: ratioOf(race) }));
