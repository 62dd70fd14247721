import type { AppointmentWording } from "./wording.js";

export const french: AppointmentWording = {
  booked: "Votre rendez-vous est pris.",
  offered: "Nous pouvons vous proposer ce rendez-vous.",
  told: {
    "practitioner-full-name": (name) => `Vous serez reçu par ${name}.`,
    "clinic-address": (address) => `Adresse : ${address}.`,
    "appointment-date": (day) => `Date : ${day}.`,
    "appointment-time": (time) => `Heure : ${time}.`,
  },
  day: (weekday, day) => `${weekday} ${day}`,
  twice: {
    first: (time) => `${time}, la première fois que l’horloge l’indique cette nuit-là`,
    second: (time) => `${time}, la seconde fois que l’horloge l’indique cette nuit-là`,
  },
  changed: {
    "slot-not-free": "Ce rendez-vous vient d’être pris.",
    "slot-in-the-past": "L’heure de ce rendez-vous est passée.",
    "other-practitioner": "Ce rendez-vous est avec un autre praticien que celui demandé.",
    "outside-dates": "Ce rendez-vous n’est pas aux dates demandées.",
    "other-weekday": "Ce rendez-vous tombe un jour de la semaine qui ne vous convient pas.",
    "outside-hours": "Ce rendez-vous n’est pas aux heures demandées.",
    "practitioner-absent": "Le praticien est absent à ce moment-là.",
    "clock-change": "Ce rendez-vous ne peut avoir lieu : l’heure change cette nuit-là.",
    "day-not-wanted": "Ce rendez-vous ne tombe pas un jour demandé.",
    "slot-not-in-schedule": "Ce rendez-vous ne figure plus au planning.",
    "decision-changed": "Dans la situation actuelle, ce rendez-vous ne peut pas être pris.",
  },
  toFindOut: (facts) => `Il faut d’abord savoir : ${facts.join(" ; ")}.`,
};
