// Bookings from the wish to the settled intent, against a bare program that inserts the same rows, in rounds that take
// turns on one server and one platform. `bookings rounds`; prints what each round took. The first round warms them, and is
// not counted.
import { stopTestServers } from "@guichet/sync/testing";
import { bareBookings } from "./bare-bookings.js";
import { practitioners } from "./bookings.js";
import { guichetBookings } from "./guichet-bookings.js";
import { startPlatform } from "./start-platform.js";

const [count = 2000, rounds = 3] = process.argv.slice(2).map(Number);

const platform = await startPlatform({ users: practitioners });
try {
  const measured = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { rows, ...guichet } = await guichetBookings(platform, round * count, count);
    const bare = await bareBookings(rows);
    if (bare.digest !== guichet.digest) throw new Error("bench: the bare program left other rows");
    process.stderr.write(
      `round ${round} of ${rounds}: ${Math.round(count / guichet.seconds)} bookings/s, bare ${Math.round(count / bare.seconds)}\n`,
    );
    if (round > 0) measured.push({ guichet, bare });
  }
  console.log(JSON.stringify({ count, measured }));
} finally {
  await platform.stop();
  await stopTestServers();
}
