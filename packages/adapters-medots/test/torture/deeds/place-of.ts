import { clockAt } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { TorturedClinic } from "../clinics.js";

/** A slot as the platform's clock shows it. */
export function placeOf(
  slot: Pick<Slot, "startsAt" | "practitioner">,
  { zone }: TorturedClinic,
): { readonly userId: number; readonly date: string; readonly time: string } {
  const { day: date, time } = clockAt(Date.parse(slot.startsAt), zone);
  return { userId: Number(slot.practitioner), date, time };
}
