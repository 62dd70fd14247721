import { shippedLocale } from "../../language/index.js";
import { appointmentBooking } from "./policy.js";

export const appointmentBookingFr = shippedLocale(appointmentBooking, {
  locale: "fr",
  cases: {
    "BK-2":
      "Une première consultation se réserve à l’accueil, par le centre d’appels ou sur le site internet.",
    "BK-9": "Une consultation de suivi se réserve à l’accueil, par le centre d’appels ou par le praticien.",
    "BK-7-website":
      "Le règlement ne dit rien d’une urgence signalée sur le site internet : là aussi, le patient est admis aussitôt, sans rendez-vous.",
    "BK-7":
      "Une urgence est admise aussitôt, sans rendez-vous et sans attente, y compris lors d’une consultation de suivi.",
    "BK-2-refused":
      "Une première consultation ne se réserve pas par cette voie ; voies admises : {decision.permittedChannels}.",
    "BK-9-refused":
      "Une consultation de suivi ne se réserve pas par cette voie ; voies admises : {decision.permittedChannels}.",
    "RD-1":
      "L’accueil donne rendez-vous une fois les documents admis, et ils ne le sont pas encore : il faut les demander.",
    "BK-3":
      "Le patient n’a pas de fiche dans le logiciel médical : il faut la créer avant de donner rendez-vous.",
    "BK-4": "Un créneau est libre un jour qui convient au patient : il peut être réservé.",
    "BK-5-elsewhere":
      "Aucun créneau n’est libre, et le règlement ne dit pas comment une demande faite ici rejoint la liste d’attente : elle est transmise au centre d’appels.",
    "BK-5":
      "Aucun créneau n’est libre les jours qui conviennent au patient : la liste d’attente lui est proposée, et le centre d’appels l’y inscrit.",
    "BK-7-ambulance": "En cas d’urgence, une ambulance est appelée en même temps.",
    "BK-10-ambulance":
      "Pour une consultation de suivi, le règlement ne parle pas d’ambulance ; par précaution, elle est appelée quand même.",
    "BK-6":
      "Une fois le rendez-vous pris, le patient est informé du nom complet du praticien, de l’adresse de la clinique, de la date et de l’heure.",
  },
  remarks: {
    "BK-1": "Toute première consultation, comme tout examen, se fait sur rendez-vous.",
    "BK-2-one-name":
      "Le début du règlement confond l’accueil et le centre d’appels, la suite les distingue ; nous suivons la suite.",
    "BK-3-elsewhere":
      "Le règlement ne décrit la marche à suivre que pour l’accueil et le centre d’appels ; la suivre aussi sur le site internet et chez le praticien est notre lecture.",
    "BK-4-days":
      "Le jour dépend du souhait du patient et du planning : le jour même, le lendemain ou tout autre jour, tant qu’un créneau est libre.",
    "BK-5-entry":
      "Un passage inscrit la demande sur la liste d’attente dès l’accueil, un autre par le centre d’appels ; nous lisons que le centre d’appels fait chaque inscription.",
    "BK-8":
      "Le centre d’appels suit la même marche que l’accueil et indique la date et l’heure exactes du rendez-vous.",
    "BK-8-papers":
      "Le règlement ne dit pas si les documents sont contrôlés lors d’une prise de rendez-vous par téléphone ; nous ne les demandons qu’à l’accueil.",
  },
  values: {
    reception: "accueil",
    "contact-centre": "centre d’appels",
    website: "site internet",
    practitioner: "praticien",
    first: "première consultation",
    repeat: "consultation de suivi",
    "admit-immediately": "admettre aussitôt",
    "refuse-channel": "refuser la réservation par cette voie",
    "ask-for-documents": "demander les documents",
    "register-in-mis": "créer la fiche dans le logiciel médical",
    "book-slot": "réserver un créneau",
    "add-to-waitlist": "proposer la liste d’attente",
    "call-ambulance": "appeler une ambulance",
    "practitioner-full-name": "nom complet du praticien",
    "clinic-address": "adresse de la clinique",
    "appointment-date": "date du rendez-vous",
    "appointment-time": "heure du rendez-vous",
  },
  labels: {
    title: "Prise de rendez-vous",
    question:
      "Que faire de cette demande de rendez-vous, par quelles voies une telle consultation se réserve-t-elle, et de quoi le patient est-il informé ?",
    facts: {
      "request.on": "date de la demande",
      "request.channel": "voie de la demande",
      "visit.kind": "type de consultation",
      "visit.emergency": "urgence",
      "patient.documentsAccepted": "les documents sont admis",
      "patient.registeredInMis": "le patient a une fiche dans le logiciel médical",
      "slots.freeOnWantedDays": "créneaux libres les jours qui conviennent au patient",
    },
    decisions: {
      action: "que faire",
      alsoDo: "en même temps",
      permittedChannels: "voies admises pour cette consultation",
      tellPatient: "ce dont le patient est informé",
    },
    rates: {},
    given: {},
    laws: {
      "emergencies-come-first":
        "Une urgence est toujours admise aussitôt : elle n’est ni refusée, ni soumise à des documents, ni inscrite sur la liste d’attente.",
      "ambulance-for-emergencies-only":
        "Une ambulance est appelée pour chaque urgence, et jamais sans urgence.",
      "booked-where-permitted":
        "Aucune consultation n’est réservée par une voie qui n’est pas ouverte à ce type de consultation.",
      "no-repeat-visit-on-the-website":
        "Une consultation de suivi n’est jamais réservée sur le site internet.",
      "no-free-slot-no-booking": "Aucun créneau n’est réservé quand aucun n’est libre.",
      "no-waiting-beside-a-free-slot":
        "Nul n’est inscrit sur la liste d’attente tant qu’un créneau est libre.",
      "entry-before-booking": "Nul n’obtient de rendez-vous sans fiche dans le logiciel médical.",
      "papers-before-booking-at-reception": "L’accueil ne donne jamais rendez-vous sans documents admis.",
      "papers-at-reception-only": "Les documents ne sont demandés nulle part ailleurs qu’à l’accueil.",
      "told-when-booked":
        "Qui a un rendez-vous est informé du lieu et du moment, et personne d’autre ne l’est.",
      "more-slots-never-undo-a-booking":
        "Davantage de créneaux libres ne transforme jamais un rendez-vous en inscription sur la liste d’attente.",
      "accepted-papers-never-hinder": "Des documents admis ne font jamais perdre un rendez-vous.",
    },
    sources: {
      "booking-rules":
        "Règlement d’une clinique sur la prise de rendez-vous, première consultation ou examen (depuis le 4 janvier 2023)",
    },
    sections: {
      "whole document": "document entier",
      "opening part, paragraph 2": "début, alinéa 2",
      "booking at reception": "rendez-vous pris à l’accueil",
      "booking a repeat visit": "rendez-vous pour une consultation de suivi",
      "booking on the internet": "rendez-vous pris sur internet",
      "booking at reception, emergencies": "rendez-vous pris à l’accueil, urgences",
      "opening part, paragraphs 3 and 4": "début, alinéas 3 et 4",
      "working through the waitlist": "gestion de la liste d’attente",
      "opening part, paragraph 1": "début, alinéa 1",
      "booking by phone": "rendez-vous pris par téléphone",
    },
    units: {
      slots: "créneaux",
    },
  },
});
