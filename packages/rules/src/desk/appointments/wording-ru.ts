import type { AppointmentWording } from "./wording.js";

export const russian: AppointmentWording = {
  booked: "Вы записаны на приём.",
  offered: "Мы можем предложить вам этот приём.",
  told: {
    "practitioner-full-name": (name) => `Вас примет ${name}.`,
    "clinic-address": (address) => `Адрес: ${address}.`,
    "appointment-date": (day) => `Дата: ${day}.`,
    "appointment-time": (time) => `Время: ${time}.`,
  },
  day: (weekday, day) => `${weekday}, ${day}`,
  twice: {
    first: (time) => `${time}, когда часы показывают это время в первый раз за ночь`,
    second: (time) => `${time}, когда часы показывают это время во второй раз за ночь`,
  },
  changed: {
    "slot-not-free": "Это время уже занято.",
    "slot-in-the-past": "Это время уже прошло.",
    "other-practitioner": "В это время принимает другой специалист, не тот, к которому вы хотели попасть.",
    "outside-dates": "Это время вне тех дней, которые вы назвали.",
    "other-weekday": "Этот день недели вам не подходит.",
    "outside-hours": "Это время вне тех часов, которые вы назвали.",
    "practitioner-absent": "В это время специалист не принимает.",
    "clock-change": "В это время приём невозможен: той ночью переводят часы.",
    "day-not-wanted": "Это не тот день, который вы назвали.",
    "slot-not-in-schedule": "Этого времени больше нет в расписании.",
    "decision-changed": "Сейчас записать вас на это время нельзя.",
  },
  toFindOut: (facts) => `Сначала нужно выяснить: ${facts.join("; ")}.`,
};
