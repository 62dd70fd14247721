import type { UiWording } from "./ui-wording.js";

export const french: UiWording = {
  decided: "Décidé",
  open: (settled, open) => `À compléter : réponses acquises ${settled}, encore ouvertes ${open}`,
  fact: (label, value) => `${label} : ${value}`,
  unknownDay: (label) => `${label} : inconnue, toutes les éditions comptent`,
  edition: (day) => `édition du ${day}`,
  nothing: "Néant :",
  stillOpen: "Encore ouvert",
  toAsk: "À demander",
  asked: {
    "set-of": "au choix :",
    integer: "un nombre",
    date: "une date",
    time: "une heure",
    text: "un texte",
  },
  why: "Pourquoi",
  oneOfThese: "L’un de ces cas, avec la même réponse :",
  gap: "! la source ne dit rien sur ce point",
  confidence: { likely: "probable", interpretation: "interprétation" },
  sources: "Sources",
  undated: "ne dit pas depuis quand elle s’applique",
  comparedOn: (day) => `relue le ${day}`,
  longAgo: "il y a longtemps",
  policyColumns: ["Règle", "Question", "En vigueur depuis", "Langues"],
  anyDay: "toujours",
  counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
    `Lignes : ${lines} ; décidées ${decided}, à compléter ${open}, pas encore en vigueur ${notInForce}, erronées ${wrong}, vides ${blank} ; ${seconds} s`,
  progress: "lignes",
};
