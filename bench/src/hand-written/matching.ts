import { clockAt } from "../../../packages/rules/src/calendar/zones.js";
import type { MatchWaitlistInput } from "../../../packages/rules/src/desk/waitlist/waitlist-input.js";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Days of half a millennium, enough for any list: a bucket is a key and a day of the list. */
const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const remembering = (of: (text: string) => number): ((text: string) => number) => {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = of(text)));
    return value;
  };
};

/** By key and day: slots in order, their minutes, and the next place at which one may be left. */
interface Index {
  readonly offset: Int32Array;
  readonly slots: Int32Array;
  readonly minutes: Int16Array;
  readonly next: Int32Array;
}

/**
 * The waitlist of the policy `waitlist-offer`, matched by code somebody wrote for its conditions: buckets by
 * specialty and day and by practitioner and day, binary search of the minute, and a pointer past what is taken. It
 * trusts its input: nothing is checked. By entry, the slot it gets, or -1.
 */
export function matchByHand({ at, zone, entries, slots }: MatchWaitlistInput): Int32Array {
  const [day, minute] = [remembering(dayOf), remembering(minuteOf)];
  const now = clockAt(Date.parse(at), zone);
  const [today, nowMinute] = [dayOf(now.day), minuteOf(now.time)];
  const count = slots.length;

  const days = new Int32Array(count);
  const minutes = new Int16Array(count);
  const specialtyOf = new Int32Array(count);
  const practitionerOf = new Int32Array(count);
  const lengths = new Int16Array(count);
  const specialties = new Map<string, number>();
  const practitioners = new Map<string, number>();
  const numberOf = (known: Map<string, number>, name: string): number => {
    let number = known.get(name);
    if (number === undefined) known.set(name, (number = known.size));
    return number;
  };
  const held = new Set<string>();
  for (const { state, slot } of entries) if (state === "proposed" && slot !== undefined) held.add(slot);
  const taken = new Uint8Array(count);
  let [firstDay, lastDay, inOrder] = [Infinity, -Infinity, true];
  for (let slot = 0; slot < count; slot += 1) {
    const one = slots[slot] as (typeof slots)[number];
    const own = (days[slot] = day(one.day));
    if (own < firstDay) firstDay = own;
    if (own > lastDay) lastDay = own;
    minutes[slot] = minute(one.time);
    specialtyOf[slot] = numberOf(specialties, one.specialty);
    practitionerOf[slot] = numberOf(practitioners, one.practitioner);
    lengths[slot] = one.durationMinutes;
    const isPast = own < today || (own === today && (minutes[slot] as number) <= nowMinute);
    if (!one.free || isPast || (held.size > 0 && held.has(one.id))) taken[slot] = 1;
    if (slot > 0 && one.id < (slots[slot - 1]?.id ?? "")) inOrder = false;
  }
  const span = count === 0 ? 0 : lastDay - firstDay + 1;

  // By day and minute, stable: where the ids ascend, by id too.
  const perMinute = new Int32Array(span * 1440 + 1);
  const startOf = (slot: number): number => ((days[slot] ?? 0) - firstDay) * 1440 + (minutes[slot] ?? 0);
  const byId = Array.from({ length: count }, (_, slot) => slot);
  if (!inOrder) byId.sort((a, b) => ((slots[a]?.id ?? "") < (slots[b]?.id ?? "") ? -1 : 1));
  for (let slot = 0; slot < count; slot += 1) perMinute[startOf(slot) + 1]! += 1;
  for (let at = 1; at < perMinute.length; at += 1) perMinute[at]! += perMinute[at - 1]!;
  const order = new Int32Array(count);
  for (const slot of byId) order[perMinute[startOf(slot)]!++] = slot;

  const build = (keyOf: Int32Array, keys: number): Index => {
    const offset = new Int32Array(keys * span + 1);
    const bucket = new Int32Array(count);
    for (let slot = 0; slot < count; slot += 1) {
      bucket[slot] = keyOf[slot]! * span + days[slot]! - firstDay;
      offset[bucket[slot]! + 1]! += 1;
    }
    for (let at = 1; at < offset.length; at += 1) offset[at]! += offset[at - 1]!;
    const cursor = offset.slice();
    const index = {
      slots: new Int32Array(count),
      minutes: new Int16Array(count),
      next: new Int32Array(count + 1),
    };
    for (let place = 0; place < count; place += 1) {
      const slot = order[place]!;
      const to = cursor[bucket[slot]!]!++;
      index.slots[to] = slot;
      index.minutes[to] = minutes[slot]!;
    }
    for (let place = 0; place <= count; place += 1) index.next[place] = place;
    return { offset, ...index };
  };
  const bySpecialty = build(specialtyOf, specialties.size);
  const byPractitioner = build(practitionerOf, practitioners.size);

  const madeAt = Float64Array.from(entries, (entry) => Date.parse(entry.madeAt));
  const turns = Array.from(entries.keys()).sort((a, b) => {
    const [one, other] = [entries[a]!, entries[b]!];
    return other.priority - one.priority || madeAt[a]! - madeAt[b]! || (one.id < other.id ? -1 : 1);
  });
  const given = new Int32Array(entries.length).fill(-1);
  for (const turn of turns) {
    const entry = entries[turn]!;
    if (entry.state !== "waiting") continue;
    const named = entry.practitioner !== "any";
    const specialty = specialties.get(entry.specialty);
    const key = named ? practitioners.get(entry.practitioner) : specialty;
    if (key === undefined || specialty === undefined) continue;
    const { offset, slots: inBuckets, minutes: starts, next } = named ? byPractitioner : bySpecialty;
    let wanted = 0;
    for (const weekday of entry.weekdays) wanted |= 1 << weekdays.indexOf(weekday);
    const [earliest, latest] = [minute(entry.earliestTime), minute(entry.latestTime)];
    const last = Math.min(day(entry.to), lastDay);
    search: for (let on = Math.max(day(entry.from), firstDay); on <= last; on += 1) {
      if (((wanted >> ((on + 3) % 7)) & 1) === 0) continue;
      const bucket = key * span + on - firstDay;
      const end = offset[bucket + 1]!;
      let low = offset[bucket]!;
      for (let high = end; low < high;) {
        const middle = (low + high) >> 1;
        if (starts[middle]! < earliest) low = middle + 1;
        else high = middle;
      }
      for (
        let place = skip(next, low);
        place < end && starts[place]! < latest;
        place = skip(next, place + 1)
      ) {
        const slot = inBuckets[place]!;
        if (taken[slot] === 1) {
          next[place] = place + 1;
          continue;
        }
        if (specialtyOf[slot] !== specialty || lengths[slot]! < entry.durationMinutes) continue;
        if (entry.refusedSlots?.includes(slots[slot]!.id)) continue;
        taken[slot] = 1;
        given[turn] = slot;
        break search;
      }
    }
  }
  return given;
}

function skip(next: Int32Array, from: number): number {
  let place = from;
  while (next[place] !== place) place = next[place] = next[next[place]!]!;
  return place;
}
