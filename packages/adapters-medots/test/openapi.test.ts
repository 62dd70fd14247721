import { fc, test as property } from "@fast-check/vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import openapi from "../openapi.json" with { type: "json" };
import { wireAppointment, wireAppointmentChange, wireNewAppointment } from "../src/wire/appointment.js";
import { wireClient, wireNewClient } from "../src/wire/client.js";
import { wireClinic } from "../src/wire/clinic.js";
import { wireDictionaryEntry } from "../src/wire/dictionary-entry.js";
import { wireEntryType } from "../src/wire/entry-type.js";
import { wireEntry } from "../src/wire/entry.js";
import { newIdPlaces } from "../src/wire/new-id.js";
import { wireOrder } from "../src/wire/order.js";
import { wirePage } from "../src/wire/page.js";
import { wireRecordingPoints, wireRecordingPointsQuery } from "../src/wire/recording-points.js";
import { wireSchedule, wireScheduleQuery } from "../src/wire/schedule.js";
import { wireUser } from "../src/wire/user.js";

const ajv = new Ajv2020({ strict: false });
ajv.addFormat("date", (text: string) => isDay(text));
ajv.addFormat("date-time", (text: string) => {
  const [day = "", rest = ""] = text.split("T");
  return (
    isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(rest)
  );
});
ajv.addSchema(openapi, "medots");

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isSame(new Date(`${text}T00:00:00Z`), text);
}

function isSame(date: Date, text: string): boolean {
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(text);
}

/** Each schema of the page, and what reads or checks the same in our code. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  Clinic: wireClinic,
  ClinicPage: wirePage(wireClinic),
  User: wireUser,
  Client: wireClient,
  NewClient: wireNewClient,
  EntryType: wireEntryType,
  Appointment: wireAppointment,
  AppointmentPage: wirePage(wireAppointment),
  NewAppointment: wireNewAppointment,
  AppointmentChange: wireAppointmentChange,
  DictionaryEntry: wireDictionaryEntry,
  ScheduleQuery: wireScheduleQuery,
  Schedule: wireSchedule,
  RecordingPointsQuery: wireRecordingPointsQuery,
  RecordingPoints: wireRecordingPoints,
  Order: wireOrder,
  Entry: wireEntry,
  Created: newIdPlaces.either,
};

const id = fc.constantFrom(1, 7, 101);
const day = fc.constantFrom("2026-11-21", "2028-02-29");
const time = fc.constantFrom("00:00", "09:30", "23:59");
const minutes = fc.constantFrom(1, 30, 1440);
const words = fc.constantFrom("Primer", "", "é");
const nothing = fc.constantFrom(null, undefined);
const ids = fc.array(id, { maxLength: 2 });
const price = fc.constantFrom<unknown>(0, 1200.5, "1200.50");
const maybe = (value: fc.Arbitrary<unknown>) => fc.oneof(value, nothing);
const page = (row: fc.Arbitrary<unknown>) =>
  fc.record({ data: fc.array(row, { maxLength: 2 }), totalItems: fc.constantFrom(0, 2, 999) });
const clinic = fc.record({ id, title: words });
const change = {
  ...{ clinicId: id, userId: id, clientId: id, date: day, time, duration: minutes },
  ...{ appointmentTypeId: id, appointmentSourceId: id },
};
const extras = { entryTypeIds: ids, note: words, clientComment: words, allowIntersection: fc.boolean() };
const appointment = fc.record({
  ...{ id, clinicId: id, userId: id, date: day, time, duration: minutes },
  ...{
    clientId: maybe(id),
    status: maybe(words),
    appointmentTypeId: maybe(id),
    appointmentSourceId: maybe(id),
  },
  ...{ entryTypeIds: maybe(ids), note: maybe(words), clientComment: maybe(words), orderId: maybe(id) },
  updatedAt: fc.constantFrom<unknown>(
    0,
    1_795_000_000,
    "2026-11-21T10:00:00+03:00",
    "2026-11-21T07:00:00.123Z",
  ),
});

/** Right values of each. */
const right: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Clinic: clinic,
  ClinicPage: page(clinic),
  User: fc.record(
    {
      ...{ id, surname: words, name: words, secondName: maybe(words), appointmentDuration: maybe(minutes) },
      specialties: fc.array(fc.record({ title: words }), { maxLength: 2 }),
    },
    { requiredKeys: ["id", "surname", "name"] },
  ),
  Client: fc.record({
    ...{ id, surname: words, name: words, secondName: maybe(words), phone: maybe(words) },
    ...{ birthdate: maybe(day), sex: maybe(fc.constantFrom("male", "female")) },
  }),
  NewClient: fc.record(
    {
      ...{ surname: fc.constant("Primer"), name: fc.constant("Olga"), phone: fc.constant("79000000001") },
      ...{ secondName: words, email: words, birthdate: day, sex: fc.constantFrom("male", "female") },
    },
    { requiredKeys: ["surname", "name", "phone"] },
  ),
  EntryType: fc.record({
    ...{
      id,
      title: words,
      price: maybe(price),
      categoryId: maybe(id),
      parentId: maybe(id),
      userIds: maybe(ids),
    },
  }),
  Appointment: appointment,
  AppointmentPage: page(appointment),
  NewAppointment: fc.record({ ...change, ...extras }, { requiredKeys: keysOf(change) }),
  AppointmentChange: fc.record({ ...change, ...extras }, { requiredKeys: [] }),
  DictionaryEntry: clinic,
  ScheduleQuery: fc.record({
    ...{ startDate: day, endDate: day, clinicId: id, userIds: fc.array(id, { minLength: 1, maxLength: 2 }) },
  }),
  Schedule: fc.record({
    grid: fc.dictionary(
      day,
      fc.dictionary(
        fc.constantFrom("1", "101"),
        fc.record({
          workTimes: fc.array(fc.record({ timeRange: fc.constantFrom("09:00-13:00", "00:00-24:00") })),
          appointments: fc.array(fc.record({ time, duration: minutes })),
        }),
      ),
    ),
  }),
  RecordingPointsQuery: fc.record({
    ...{ startDate: day, endDate: day, clinicId: id, allowAppointmentIntersection: fc.boolean() },
    userParams: fc.dictionary(fc.constantFrom("1", "101"), fc.record({ step: minutes })),
  }),
  RecordingPoints: fc.dictionary(day, fc.dictionary(fc.constantFrom("1", "101"), fc.array(time))),
  Order: fc.record({ id, clientId: maybe(id), clinicId: maybe(id) }),
  Entry: fc.record({ id, orderId: id, entryTypeId: id, title: maybe(words), amount: id, price }),
  Created: fc.oneof(fc.record({ id }), fc.record({ data: fc.tuple(fc.record({ id })) })),
};

/** What may stand anywhere instead of what should. */
const wrong = fc.constantFrom<unknown>(
  ...[null, 0, -1, 1.5, 1441, "", "7", "2026-02-30", "24:00", "9:30", "12:60", "25:00-26:00", "1.234"],
  ...["abcdefghijk", "2026-11-21T10:00:00", true, [], [0], {}, { id: 0 }, { "2026-02-30": {} }, { "0": [] }],
);

/** The value with something else somewhere in it, or with something taken out. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null) return wrong;
  const keys = Object.keys(value);
  if (keys.length === 0) return wrong;
  return fc.constantFrom(...keys).chain((key) => {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    const put = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((item: unknown, index) => (String(index) === key ? other : item))
        : { ...value, [key]: other };
    return fc.oneof(wrong.map(put), fc.constant(put(undefined)), spoilt(inner).map(put));
  });
};

describe("openapi.json and the schemas that our code reads with", () => {
  it("name the same things", () => {
    const simple = ["Id", "Day", "Time", "Minutes", "Moment", "Roubles", "Total"];
    const pages = Object.keys(openapi.components.schemas).filter((name) => name.endsWith("Page"));
    expect(Object.keys(schemas).sort()).toEqual(
      Object.keys(openapi.components.schemas)
        .filter((name) => !simple.includes(name) && (!pages.includes(name) || name in schemas))
        .sort(),
    );
    expect(Object.keys(right).sort()).toEqual(Object.keys(schemas).sort());
  });

  it("give examples that are what they say", () => {
    for (const [name, { content }] of Object.entries(openapi.components.responses)) {
      const { schema, ...rest } = content["application/json"];
      if (!("$ref" in schema)) continue;
      expect(rest, name).toHaveProperty("example");
      const validate = ajv.compile({ $ref: `medots${schema.$ref}` });
      expect([name, validate("example" in rest && rest.example)]).toEqual([name, true]);
    }
  });

  describe.each(Object.keys(schemas))("agree on what %s is", (name) => {
    const validate = ajv.compile({ $ref: `medots#/components/schemas/${name}` });
    const schema = schemas[name];
    const both = (value: unknown): readonly unknown[] => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      return [validate(json), schema?.safeParse(json).success];
    };

    property.prop([right[name] ?? fc.constant(undefined)])("and take what is right", (value) => {
      expect(both(value)).toEqual([true, true]);
    });

    property.prop([(right[name] ?? fc.constant(undefined)).chain(spoilt)], { numRuns: 400 })(
      "and refuse the same of what is spoilt",
      (value) => {
        const [byPage, byCode] = both(value ?? null);
        expect(byCode).toBe(byPage);
      },
    );
  });
});

function keysOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[];
}
