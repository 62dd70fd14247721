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
  progress: (lines, { perSecond, left }) =>
    [
      `строк: ${whole(lines)}`,
      ...(perSecond === undefined ? [] : [`${whole(perSecond)}/с`]),
      ...(left === undefined ? [] : [`осталось ${left}`]),
    ].join("  "),
  batch: {
    counted: ({ lines, decided, open, notInForce, wrong, blank }, seconds) =>
      `Строк: ${lines}; решено ${decided}, не хватает данных ${open}, ещё не действует ${notInForce}, с ошибками ${wrong}, пустых ${blank}; ${seconds} с`,
    columns: ["Решение", "Основание", "Строк"],
    stopped: "Остановлено до конца.",
    stoppedForNow: "Остановлено до конца; та же команда с --resume продолжит.",
  },
  written: (files) => `Записано: ${files.join(", ")}`,
  interview: {
    ask: (holder) => `уточнить: ${holder}`,
    form: { date: "ГГГГ-ММ-ДД", time: "ЧЧ:ММ" },
    unknown: "Не знаю",
    why: "Зачем этот вопрос?",
    back: "Вернуться к предыдущему вопросу",
    noneOfThese: "ничего из этого",
    choosing: "стрелки выбирают, Enter подтверждает",
    ticking: "стрелки перемещают, пробел отмечает, Enter подтверждает",
    typing: "пустой ввод: не знаю · ?: зачем",
    typingBack: "<: назад",
    alone: "Отметьте одно или несколько значений либо только один из остальных ответов.",
    selectsEdition: "От неё зависят действующая редакция и тарифы.",
    affects: "От этого зависят ответы:",
    cases: "Речь о таких основаниях:",
    stopped: "Прервано; ничего не сохранено.",
  },
  records: {
    columns: ["Строка", "Правила", "Ответ", "Записано", "Теперь"],
    untold: (answers) => `нельзя сказать: ${answers}`,
    more: (answers) => `и ещё ${answers}: см. --json`,
    counted: ({ lines, same, different, untold, refused, blank }) =>
      `Строк: ${lines}; без изменений ${same}, иначе ${different}, нельзя сказать ${untold}, с ошибками ${refused}, пустых ${blank}`,
  },
  diff: {
    days: (from, to) => `Правила на ${from} и правила на ${to}`,
    versions: (other) => `Сравнение с ${other}`,
    always: "во всех таких случаях",
    all: (conditions) => conditions.join("; "),
    where: (conditions) => `если: ${conditions}`,
    whereAnyOf: "если выполнено хотя бы одно:",
    andAnyOf: "и хотя бы одно из этого:",
    more: (kinds) => `другие виды случаев (${kinds}): см. --json`,
  },
  verify: {
    columns: ["Правила", "Замечания", "Принято", "Законы", "Периоды", "Классы"],
    progress: "правил",
    accepted: "Принятые замечания",
    forExample: "Например:",
    andThen: "а затем:",
    notAsked: {
      boundaries: "Границы не проверялись: для этого нужны примеры.",
      sources: "Свежесть источников не проверялась: укажите день с --on.",
    },
    holds: "Всё выполняется при любых фактах в любой день.",
    found: (findings) => `Замечаний: ${findings}.`,
  },
  amendment: {
    accepted: "Принято: все законы по-прежнему выполняются.",
    refused: "Отклонено.",
    ends: (change, lastDay, endedBy) =>
      `Изменение ${change} действует до ${lastDay}: его заменяет то, что правила вводят с ${endedBy}. Проверьте, нужно ли оно по-прежнему.`,
  },
  sync: {
    queues: "Ожидает",
    nothingWaits: "Ничего не ожидает.",
    queueColumns: ["Клиника", "Что", "Состояние", "Число", "Самое давнее"],
    states: {
      pending: "к отправке",
      sending: "отправляется",
      unknown: "исход неизвестен",
      "set-aside": "отложено",
    },
    feeds: "Потоки",
    feedColumns: ["Клиника", "Поток", "Отставание", "Сбои", "Задержано", "Пропущено"],
    missing: (missing, known) => `нет ${missing} из ${known}`,
    setAside: "Отложено",
    noneSetAside: "Ничего не отложено.",
    deadLetterColumns: ["Клиника", "Что", "Почему", "Попытки", "С (UTC)", "Могло дойти", "Id"],
    yes: "да",
    no: "нет",
    seeTo:
      "Посмотрите на платформе, затем решите: guichet sync dead-letters --retry <id>, --send <id> или --give-up <id>.",
    simulated: (platform) => `Имитация платформы ${platform} с вымышленными людьми:`,
    untilInterrupted: "Ctrl-C завершает.",
  },
};

function whole(number: number): string {
  return Math.round(number).toLocaleString("ru");
}
