// Bookings from the wish to the settled intent, against a bare program that inserts the same rows, in rounds that take
// turns on one server. `bookings rounds`; prints what each round took. The first round warms both, and is not counted.
import { stopTestServers } from "@guichet/sync/testing";
import { bareBookings } from "./bare-bookings.js";
import { guichetBookings } from "./guichet-bookings.js";

const [count = 2000, rounds = 3] = process.argv.slice(2).map(Number);

try {
  const measured = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { rows, ...guichet } = await guichetBookings(count);
    const bare = await bareBookings(rows);
    if (bare.digest !== guichet.digest) throw new Error("bench: the bare program left other rows");
    process.stderr.write(
      `round ${round} of ${rounds}: ${Math.round(count / guichet.seconds)} bookings/s, bare ${Math.round(count / bare.seconds)}\n`,
    );
    if (round > 0) measured.push({ guichet, bare });
  }
  console.log(JSON.stringify({ count, measured }));
} finally {
  await stopTestServers();
}
