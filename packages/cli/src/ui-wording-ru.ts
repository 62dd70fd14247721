import type { UiWording } from "./ui-wording.js";

export const russian: UiWording = {
  decided: "Решено",
  open: (settled, open) => `Не хватает данных: решено ${settled}, остаётся открытым ${open}`,
  fact: (label, value) => `${label}: ${value}`,
  unknownDay: (label) => `${label}: не указано, учтены все редакции`,
  edition: (day) => `редакция от ${day}`,
  nothing: "Нет:",
  stillOpen: "Остаётся открытым",
  toAsk: "Что уточнить",
  asked: {
    "set-of": "что из этого:",
    integer: "число",
    date: "дата",
    time: "время",
    text: "текст",
  },
  why: "Почему",
  oneOfThese: "Одно из этих оснований, ответ тот же:",
  gap: "! источник об этом умалчивает",
  confidence: { likely: "вероятно", interpretation: "толкование" },
  sources: "Источники",
  undated: "не указывает, с какого дня действует",
  comparedOn: (day) => `сверено ${day}`,
  longAgo: "давно",
  policyColumns: ["Правило", "Вопрос", "Действует с", "Языки"],
  anyDay: "любой день",
  counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
    `Строк: ${lines}; решено ${decided}, не хватает данных ${open}, ещё не действует ${notInForce}, с ошибками ${wrong}, пустых ${blank}; ${seconds} с`,
  progress: "строк",
};
