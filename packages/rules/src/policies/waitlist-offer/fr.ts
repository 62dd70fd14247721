import { shippedLocale } from "../../language/index.js";
import { waitlistOffer } from "./policy.js";

export const waitlistOfferFr = shippedLocale(waitlistOffer, {
  locale: "fr",
  cases: {
    "WL-2-free": "Le créneau n’est pas libre : il est pris, ou déjà proposé à quelqu’un.",
    "WL-2-past-day": "Le jour du créneau est déjà passé au moment de la proposition.",
    "WL-2-past-time": "Le créneau est du jour même et ne commence pas après le moment de la proposition.",
    "WL-2-length": "Le créneau est plus court que la consultation demandée.",
    "WL-2-specialty": "Le créneau relève d’une autre spécialité que celle demandée.",
    "WL-2-practitioner":
      "Le patient a demandé un praticien précis, et le créneau est celui d’un autre praticien.",
    "WL-2-from": "Le créneau est antérieur au premier jour qui convient au patient.",
    "WL-2-to": "Le créneau est postérieur au dernier jour qui convient au patient.",
    "WL-2-weekday": "Le créneau tombe un jour de la semaine qui ne convient pas au patient.",
    "WL-2-earliest": "Le créneau commence avant les heures qui conviennent au patient.",
    "WL-2-latest": "Le créneau commence une fois passées les heures qui conviennent au patient.",
    "WL-3-waiting":
      "La demande n’est pas en attente : un créneau est déjà proposé pour elle, ou elle n’est plus sur la liste.",
    "WL-2-refused": "Un motif s’oppose à la proposition : le créneau n’est pas proposé pour cette demande.",
    "WL-2": "Le créneau est libre et convient à la demande : le centre d’appels peut le proposer.",
  },
  remarks: {
    "WL-1":
      "Faute de créneau libre au planning, le patient peut s’inscrire sur la liste d’attente auprès du centre d’appels.",
    "WL-2-call":
      "Le centre d’appels téléphone au patient, lui indique la date et l’heure exactes, et n’enregistre que le rendez-vous convenu au téléphone.",
    "WL-2-wish":
      "Le règlement ne dit pas ce que contient une demande : la spécialité, le praticien, la durée, les jours et les heures relèvent de notre lecture.",
    "WL-3":
      "Le règlement ne dit pas à qui revient le tour : nous suivons la priorité, puis le moment de la demande, puis son numéro, et attribuons à chaque demande le premier créneau qui lui convient.",
    "WL-3-after-call":
      "Le règlement ne dit rien du patient qui refuse un créneau ou reste injoignable : nous remettons sa demande en attente, sauf s’il quitte la liste.",
  },
  values: {
    "slot-not-free": "créneau non libre",
    "slot-in-the-past": "créneau passé",
    "slot-too-short": "créneau trop court",
    "other-specialty": "autre spécialité",
    "other-practitioner": "autre praticien",
    "outside-dates": "hors des dates demandées",
    "other-weekday": "autre jour de la semaine",
    "outside-hours": "hors des heures demandées",
    "entry-not-waiting": "demande qui n’est pas en attente",
    waiting: "en attente",
    proposed: "créneau proposé",
    booked: "rendez-vous pris",
    declined: "déclinée, hors de la liste",
    withdrawn: "retirée",
    expired: "expirée",
    monday: "lundi",
    tuesday: "mardi",
    wednesday: "mercredi",
    thursday: "jeudi",
    friday: "vendredi",
    saturday: "samedi",
    sunday: "dimanche",
  },
  labels: {
    title: "Proposer un créneau libre à la liste d’attente",
    question: "Ce créneau libre peut-il être proposé pour cette demande de la liste d’attente ?",
    facts: {
      "offer.day": "jour de la proposition",
      "offer.time": "heure de la proposition",
      "entry.specialty": "spécialité demandée",
      "entry.practitioner": "praticien demandé (any : sans préférence)",
      "entry.from": "premier jour qui convient au patient",
      "entry.to": "dernier jour qui convient au patient",
      "entry.weekdays": "jours de la semaine qui conviennent au patient",
      "entry.earliestTime": "début des heures qui conviennent au patient",
      "entry.latestTime": "fin des heures qui conviennent au patient",
      "entry.durationMinutes": "durée de la consultation demandée",
      "entry.state": "état de la demande",
      "slot.specialty": "spécialité du créneau",
      "slot.practitioner": "praticien du créneau",
      "slot.day": "jour du créneau",
      "slot.time": "début du créneau",
      "slot.durationMinutes": "durée du créneau",
      "slot.free": "le créneau est libre",
    },
    decisions: {
      offerable: "le créneau peut être proposé",
      refusals: "motifs de ne pas le proposer",
      slotWeekday: "jour de la semaine du créneau",
    },
    rates: {},
    given: {},
    laws: {
      "nothing-past": "Aucun créneau passé n’est proposé.",
      "only-free-slots": "Un créneau qui n’est pas libre n’est jamais proposé.",
      "only-waiting-entries": "Rien n’est jamais proposé pour une demande qui n’est pas en attente.",
      "long-enough": "Un créneau plus court que la consultation demandée n’est jamais proposé.",
      "any-practitioner-suits":
        "Le patient qui accepte tout praticien ne se voit jamais refuser un créneau à cause du praticien.",
      "no-hours-no-offer":
        "Rien n’est jamais proposé pour une demande dont les heures ne laissent aucune place.",
      "no-days-no-offer":
        "Rien n’est jamais proposé pour une demande dont le dernier jour précède le premier.",
      "no-weekday-no-offer": "Rien n’est jamais proposé pour une demande sans aucun jour de la semaine.",
      "no-offer-after-last-day":
        "Une fois passé le dernier jour d’une demande, plus rien n’est jamais proposé pour elle.",
      "longer-slot-suits-too": "Un créneau plus long ne convient jamais moins bien.",
      "longer-visit-suits-no-better":
        "Demander une consultation plus longue ne rend jamais un créneau plus adapté.",
      "more-weekdays-suit-too":
        "Pouvoir venir un jour de plus dans la semaine ne prive jamais un patient d’une proposition.",
      "later-last-day-suits-too": "Un dernier jour plus tardif ne prive jamais un patient d’une proposition.",
      "later-first-day-suits-no-better":
        "Un premier jour plus tardif ne vaut jamais une proposition de plus à un patient.",
      "waiting-never-helps": "Proposer un créneau un jour plus tard ne le rend jamais plus adapté.",
    },
    sources: {
      "booking-rules":
        "Règlement d’une clinique sur la prise de rendez-vous, première consultation ou examen (depuis le 4 janvier 2023)",
    },
    sections: {
      "working through the waitlist": "gestion de la liste d’attente",
      "booking at reception": "rendez-vous pris à l’accueil",
    },
    units: {
      minutes: "minutes",
    },
  },
});
