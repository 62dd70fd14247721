import type { UiWording } from "./ui-wording.js";

export const french: UiWording = {
  decided: "Décidé",
  open: (settled, open) => `À compléter : réponses acquises ${settled}, encore ouvertes ${open}`,
  fact: (label, value) => `${label} : ${value}`,
  unknownDay: (label) => `${label} : à préciser, toutes les éditions comptent`,
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
  progress: (lines, { perSecond, left }) =>
    [
      `${whole(lines)} lignes`,
      ...(perSecond === undefined ? [] : [`${whole(perSecond)}/s`]),
      ...(left === undefined ? [] : [`reste ${left}`]),
    ].join("  "),
  batch: {
    counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
      `Lignes : ${lines} ; décidées ${decided}, à compléter ${open}, pas encore en vigueur ${notInForce}, erronées ${wrong}, vides ${blank} ; ${seconds} s`,
    columns: ["Décision", "Cas", "Lignes"],
    stopped: "Arrêté avant la fin.",
    stoppedForNow: "Arrêté avant la fin ; la même commande avec --resume reprend.",
  },
  written: (files) => `Écrit : ${files.join(", ")}`,
  interview: {
    ask: (holder) => `à demander : ${holder}`,
    form: { date: "AAAA-MM-JJ", time: "HH:MM" },
    unknown: "Je ne sais pas",
    why: "Pourquoi cette question ?",
    back: "Revenir à la question précédente",
    noneOfThese: "rien de tout cela",
    choosing: "flèches pour choisir, Entrée pour valider",
    ticking: "flèches pour se déplacer, espace pour cocher, Entrée pour valider",
    typing: "Entrée seule : je ne sais pas · ? : pourquoi",
    typingBack: "< : retour",
    alone: "Cochez une ou plusieurs valeurs, ou bien une seule des autres réponses.",
    selectsEdition: "Elle détermine l’édition et les tarifs applicables.",
    affects: "Ces réponses en dépendent :",
    cases: "Ces cas sont en jeu :",
    stopped: "Interrompu ; rien n’a été conservé.",
  },
  records: {
    columns: ["Ligne", "Règles", "Réponse", "Enregistrée", "Maintenant"],
    untold: (answers) => `impossible à dire : ${answers}`,
    more: (answers) => `et ${answers} de plus : voir --json`,
    counted: ({ lines, same, different, untold, refused, blank }) =>
      `Lignes : ${lines} ; identiques ${same}, différentes ${different}, impossibles à dire ${untold}, erronées ${refused}, vides ${blank}`,
  },
  diff: {
    days: (from, to) => `Règles du ${from} et règles du ${to}`,
    versions: (other) => `Comparaison avec ${other}`,
    always: "dans tous ces cas",
    all: (conditions) => conditions.join(" ; "),
    where: (conditions) => `si : ${conditions}`,
    whereAnyOf: "si l’un au moins de ces points est rempli :",
    andAnyOf: "et l’un au moins de ces points est rempli :",
    more: (kinds) => `et ${kinds} autres types de cas : voir --json`,
  },
  verify: {
    columns: ["Règle", "Constats", "Acceptés", "Lois", "Périodes", "Classes"],
    progress: "règles",
    accepted: "Acceptés",
    forExample: "Par exemple :",
    andThen: "puis :",
    notAsked: {
      boundaries: "Les seuils n’ont pas été examinés : il y faut des exemples.",
      sources: "La fraîcheur des sources n’a pas été examinée : indiquez un jour avec --on.",
    },
    holds: "Tout tient, quels que soient les faits et le jour.",
    found: (findings) => (findings === 1 ? "Un constat." : `${findings} constats.`),
  },
  amendment: {
    accepted: "Accepté : toutes les lois restent vraies.",
    refused: "Refusé.",
    ends: (change, lastDay, endedBy) =>
      `La modification ${change} prend fin le ${lastDay} : ce que la règle publie au ${endedBy} la remplace. Vérifiez si elle reste voulue.`,
  },
  sync: {
    queues: "En attente",
    nothingWaits: "Rien n’attend.",
    queueColumns: ["Clinique", "Quoi", "État", "Nombre", "Le plus ancien"],
    states: {
      pending: "à envoyer",
      sending: "en cours d’envoi",
      unknown: "issue inconnue",
      "set-aside": "mis de côté",
    },
    feeds: "Flux",
    feedColumns: ["Clinique", "Flux", "Retard", "Échecs", "Suspendu", "Laissés"],
    missing: (missing, known) => `${missing} sur ${known} manquent`,
    setAside: "Mis de côté",
    noneSetAside: "Rien n’est mis de côté.",
    deadLetterColumns: ["Clinique", "Quoi", "Pourquoi", "Essais", "Depuis (UTC)", "Peut-être fait", "Id"],
    yes: "oui",
    no: "non",
    seeTo:
      "Regardez sur la plateforme, puis réglez-en un : guichet sync dead-letters --retry <id>, --send <id> ou --give-up <id>.",
    simulated: (platform) => `Une plateforme ${platform} simulée, avec des personnes inventées :`,
    untilInterrupted: "Ctrl-C y met fin.",
  },
};

function whole(number: number): string {
  return Math.round(number).toLocaleString("fr");
}
