import type { AppointmentWording } from "./wording.js";

export const english: AppointmentWording = {
  booked: "Your appointment is booked.",
  offered: "We can offer you this appointment.",
  told: {
    "practitioner-full-name": (name) => `You will be seen by ${name}.`,
    "clinic-address": (address) => `Address: ${address}.`,
    "appointment-date": (day) => `Date: ${day}.`,
    "appointment-time": (time) => `Time: ${time}.`,
  },
  day: (weekday, day) => `${weekday} ${day}`,
  twice: {
    first: (time) => `${time}, the first time the clock shows it that night`,
    second: (time) => `${time}, the second time the clock shows it that night`,
  },
  changed: {
    "slot-not-free": "That appointment has been taken.",
    "slot-in-the-past": "The time of that appointment has passed.",
    "other-practitioner": "That appointment is with another practitioner than the one you asked for.",
    "outside-dates": "That appointment is not on the days you asked for.",
    "other-weekday": "That appointment is on a weekday that does not suit you.",
    "outside-hours": "That appointment is not at the hours you asked for.",
    "practitioner-absent": "The practitioner is away at that time.",
    "clock-change": "That appointment cannot take place: the clock changes that night.",
    "day-not-wanted": "That appointment is not on a day you asked for.",
    "slot-not-in-schedule": "That appointment is no longer in the schedule.",
    "decision-changed": "The appointment cannot be booked as things stand now.",
  },
  toFindOut: (facts) => `First we need to know: ${facts.join("; ")}.`,
};
