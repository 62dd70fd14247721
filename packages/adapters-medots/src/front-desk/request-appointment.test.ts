import { readDecision, readIntent, sql, waitingEntries, withdrawEntry } from "@guichet/sync";
import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { bookAppointmentKind } from "../outlets/book-appointment.js";
import { answerCall } from "./answer-call.js";
import type { AppointmentRequest, RequestAnswer } from "./appointment-request.js";
import {
  halfHours,
  mondayAtEight,
  openBench,
  signal,
  slotAt,
  wishFor,
  type Bench,
} from "./front-desk.fixture.js";
import { offerOpenSlots } from "./offer-open-slots.js";
import { requestAppointment } from "./request-appointment.js";

let bench: Bench;
beforeEach(async () => (bench = await openBench()));
afterEach(() => bench.close());
afterAll(() => stopTestServers());

const ask = (request: AppointmentRequest): Promise<RequestAnswer> =>
  requestAppointment(bench.desk, request, signal);
const bookingOf = (answer: RequestAnswer): Extract<RequestAnswer, { outcome: "booking" }> => {
  if (answer.outcome !== "booking") throw new Error(`${answer.outcome} instead of a booking`);
  return answer;
};
const offerOf = (answer: RequestAnswer) => {
  if (answer.outcome !== "answered" || answer.answer.answer !== "offer") throw new Error("no offer");
  return answer.answer;
};
const registeringOf = (answer: RequestAnswer): string => {
  if (answer.outcome !== "registering") throw new Error(`${answer.outcome} instead of registering`);
  return answer.intent;
};

const leaves = (entry: string): Promise<boolean> =>
  bench.clinic.transaction((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
const declines = async (): Promise<void> => {
  const [task] = await offerOpenSlots(bench.desk, signal);
  await answerCall(bench.desk, { proposal: task?.proposal ?? "", outcome: "declined" });
};

describe("a wish for an appointment", () => {
  it("is offered a slot, booked once the patient accepts it, and is then on MEDOTS", async () => {
    const clientId = bench.registered("Zoya");
    const patient = { phone: "8 999 000-00-01", surname: "primerova", name: "zoya" };
    const request = wishFor({ patient });
    const { offer, tellPatient } = offerOf(await ask(request));
    expect(tellPatient).toMatchObject({ "appointment-date": "2026-03-02", "appointment-time": "09:00" });
    expect(bench.onMedots()).toEqual([]);
    const booking = bookingOf(await ask({ ...request, offered: offer }));
    expect(booking.slot).toEqual(offer.slot);
    expect(await bench.deliver(booking.intent)).toMatchObject({ outcome: "done" });
    expect(bench.onMedots()).toEqual([`09:00 ${clientId}`]);
    expect(await ask(request)).toMatchObject({ outcome: "booked" });
  });

  it("is carried out once, however often and at once it is asked", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("10:00") });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(request)));
    expect(answers.filter(({ outcome }) => outcome === "booking")).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === "on-its-way")).toHaveLength(4);
    const intents = new Set(answers.map((answer) => "intent" in answer && answer.intent));
    expect(intents.size).toBe(1);
    for (const intent of intents) if (intent !== false) await bench.deliver(intent);
    expect(await ask(request)).toMatchObject({ outcome: "booked" });
    expect(bench.onMedots()).toHaveLength(1);
  });

  it("is one of many for a slot that gets it; the others are offered what is free", async () => {
    const clientId = bench.registered("Zoya");
    const requests = Array.from({ length: 6 }, () =>
      wishFor({ patient: { clientId }, chosen: slotAt("10:00") }),
    );
    const answers = await Promise.all(requests.map(ask));
    expect(answers.filter(({ outcome }) => outcome === "booking")).toHaveLength(1);
    const others = answers.filter(({ outcome }) => outcome === "answered").map(offerOf);
    expect(others).toHaveLength(5);
    for (const { changed, offer } of others) {
      expect(changed).toEqual(["slot-not-free"]);
      expect(offer.slot.time).toBe("09:00");
    }
  });

  it("keeps decision, intent and reservation together, and the decision can be read again", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("09:00") });
    await ask(request);
    const { intent, record } = await bench.clinic.transaction(async (transaction) => {
      const recorded = await readIntent(transaction, bookAppointmentKind, request.reference);
      return { intent: recorded, record: await readDecision(transaction, recorded?.decision ?? "") };
    });
    expect(intent).toMatchObject({ state: "pending" });
    expect(record).toMatchObject({ policy: "appointment-booking", outcome: { action: "book-slot" } });
    const other = wishFor({ patient: { clientId: 1 }, chosen: slotAt("09:00") });
    expect(offerOf(await ask(other)).changed).toEqual(["slot-not-free"]);
  });

  it("of two choices for it made at once, one is booked and the other is told so", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    const choices = ["10:00", "11:00", "12:00", "14:00"].map((time) => ({
      ...request,
      chosen: slotAt(time),
    }));
    const answers = await Promise.all(choices.map(ask));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
      "booking",
      ...Array<string>(3).fill("on-its-way"),
    ]);
  });

  it("history 155: is not done by an earlier appointment of the patient that staff moved there", async () => {
    await bench.close();
    bench = await openBench({ notes: false });
    const patient = { clientId: bench.registered("Zoya") };
    const earlier = bookingOf(await ask(wishFor({ patient, chosen: slotAt("09:00") })));
    const made = await bench.deliver(earlier.intent);
    const request = wishFor({ patient, chosen: slotAt("11:00") });
    const { intent } = bookingOf(await ask(request));
    bench.medots.world.change("remoteId" in made ? Number(made.remoteId) : 0, { time: "11:00" }, "staff");
    expect(await bench.deliver(intent)).toEqual({ outcome: "conflict", code: "appointment-intersects" });
    expect(offerOf(await ask(request)).offer.slot.time).toBe("09:30");
    expect(bench.onMedots()).toEqual([`11:00 ${patient.clientId}`]);
  });

  it("goes on the waitlist when nothing is free, once", async () => {
    bench.takenByStaff("09:00", 540);
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    expect(await ask(request)).toEqual({ outcome: "waiting", entry: request.reference });
    expect(await ask(request)).toEqual({ outcome: "waiting", entry: request.reference });
    const entries = await bench.store.asOwner(({ query }) =>
      query(sql`select decision from guichet.waitlist_entries`),
    );
    expect(entries).toEqual([{ decision: expect.any(String) as string }]);
  });

  it.each([
    ["withdrawn", leaves],
    ["declined", declines],
  ] as const)(
    "whose entry was %s is told that nobody waits, and waits again under a new reference",
    async (state, ends) => {
      const blocker = bench.takenByStaff("09:00", 540);
      const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
      await ask(request);
      bench.medots.world.change(blocker, { time: "09:30", duration: 510 }, "staff");
      await ends(request.reference);
      bench.medots.world.change(blocker, { time: "09:00", duration: 540 }, "staff");
      const endedAt = new Date(mondayAtEight).toISOString();
      expect(await ask(request)).toEqual({ outcome: "wait-ended", state, endedAt });
      expect(await bench.clinic.transaction(waitingEntries)).toEqual([]);
      const anew = { ...request, reference: wishFor().reference };
      expect(await ask(anew)).toEqual({ outcome: "waiting", entry: anew.reference });
      expect(await ask(request)).toEqual({ outcome: "waiting", entry: anew.reference });
    },
  );

  it("is not told free where MEDOTS cannot be read", async () => {
    bench.medots.faults.plan({ kind: "status", status: 500, effect: false }, { path: "/schedule" });
    const request = wishFor({ patient: { clientId: 1 } });
    await expect(ask(request)).rejects.toMatchObject({ name: "ReadFailure" });
  });
});

describe("a wish whose slot MEDOTS gave to somebody else", () => {
  const loses = async (request: AppointmentRequest, time: string): Promise<void> => {
    const { intent } = bookingOf(await ask({ ...request, chosen: slotAt(time) }));
    const taken = bench.takenByStaff(time);
    expect(await bench.deliver(intent)).toMatchObject({ outcome: "conflict" });
    bench.medots.world.change(taken, { status: "cancelled" }, "staff");
  };

  it("frees it with us, and is offered what else is free, whatever MEDOTS shows by then", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    await loses(request, "09:00");
    const again = offerOf(await ask({ ...request, chosen: slotAt("09:00") }));
    expect(again).toMatchObject({ changed: ["slot-not-free"], offer: { slot: { time: "09:30" } } });
    const other = wishFor({ patient: { clientId: 1 } });
    expect(offerOf(await ask(other)).offer.slot.time).toBe("09:00");
  });

  it("has another slot booked under the same reference, once, as often as others are lost", async () => {
    const patient = { clientId: bench.registered("Zoya") };
    const request = wishFor({ patient });
    await loses(request, "09:00");
    await loses(request, "09:30");
    const { offer } = offerOf(await ask({ ...request, chosen: slotAt("09:00") }));
    expect(offer.slot.time).toBe("10:00");
    const accepted = { ...request, offered: offer };
    const answers = await Promise.all(Array.from({ length: 3 }, () => ask(accepted)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["booking", "on-its-way", "on-its-way"]);
    const [intent = "", ...others] = new Set(answers.map((one) => ("intent" in one ? one.intent : "")));
    expect(others).toEqual([]);
    expect(await ask({ ...request, chosen: slotAt("09:00") })).toEqual({ outcome: "on-its-way", intent });
    await bench.deliver(intent);
    const booked = await ask(accepted);
    expect(booked.outcome).toBe("booked");
    expect(await ask({ ...request, chosen: slotAt("09:00") })).toEqual(booked);
    expect(bench.onMedots()).toEqual([`10:00 ${patient.clientId}`]);
  });

  it("is found again after a restart, and by who was not heard of since", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    await loses(request, "09:00");
    const chosen = { ...request, chosen: slotAt("10:00") };
    const { intent } = bookingOf(await ask(chosen));
    const again = await bench.restarted();
    expect(await requestAppointment(again.desk, chosen, signal)).toEqual({ outcome: "on-its-way", intent });
    await again.close();
  });

  it("goes on the waitlist when nothing else is free, though it was on it before, and leaves it once booked", async () => {
    const blocker = bench.takenByStaff("09:00", 540);
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    const isFreeAt = (time: string, duration: number): void => {
      bench.medots.world.change(blocker, { time, duration }, "staff");
    };
    const waiting = async (): Promise<readonly string[]> =>
      (await bench.clinic.transaction(waitingEntries)).map(({ id }) => id);
    expect(await ask(request)).toEqual({ outcome: "waiting", entry: request.reference });
    isFreeAt("09:30", 510);
    await loses(request, "09:00");
    expect(await waiting()).toEqual([]);
    const answer = await ask(request);
    if (answer.outcome !== "waiting") throw new Error(answer.outcome);
    expect(await waiting()).toEqual([answer.entry]);
    expect(await ask(request)).toEqual(answer);
    isFreeAt("10:00", 480);
    expect(await ask({ ...request, chosen: slotAt("09:30") })).toMatchObject({ outcome: "booking" });
    expect(await waiting()).toEqual([]);
  });
});

describe("the patient of a wish", () => {
  const particulars = { surname: "Primerova", name: "Zoya", phone: "+79990000001" };
  const search = { phone: particulars.phone, surname: particulars.surname };

  it("who has no entry gets one first, and is booked by asking again under the same reference", async () => {
    const request = wishFor({ patient: search, particulars, chosen: slotAt("09:00") });
    const intent = registeringOf(await ask(request));
    expect(await ask(request)).toEqual({ outcome: "registering", intent });
    await bench.deliver(intent);
    const booking = bookingOf(await ask(request));
    await bench.deliver(booking.intent);
    expect([...bench.medots.world.clients.values()]).toHaveLength(1);
    expect(bench.onMedots()).toHaveLength(1);
  });

  it("whom MEDOTS knows already by another's hand is not registered twice", async () => {
    const request = wishFor({ patient: search, particulars, chosen: slotAt("09:00") });
    const intent = registeringOf(await ask(request));
    const clientId = bench.registered("Zoya");
    expect(await bench.deliver(intent)).toMatchObject({ outcome: "done", remoteId: String(clientId) });
    expect([...bench.medots.world.clients.values()]).toHaveLength(1);
  });

  it("is asked for where no particulars were taken, and where nobody said who it is", async () => {
    expect(await ask(wishFor({ patient: search }))).toMatchObject({ answer: { answer: "take-particulars" } });
    expect(await ask(wishFor())).toMatchObject({
      answer: { answer: "ask", needs: [{ fact: "patient.registeredInMis" }] },
    });
  });

  it.each([
    ["another first name", { name: "Vera" }, {}],
    ["another birth date", { name: "Zoya", birthdate: "1980-02-28" }, { birthdate: "2020-02-28" }],
  ])("is never a relative of the same surname and telephone: %s", async (_, { name, ...theirs }, own) => {
    const relative = bench.registered(name, theirs);
    const patient = { ...search, ...own };
    const request = wishFor({ patient, particulars, chosen: slotAt("09:00") });
    await bench.deliver(registeringOf(await ask(request)));
    await bench.deliver(bookingOf(await ask(request)).intent);
    const made = [...bench.medots.world.clients.values()].find(({ id }) => id !== relative);
    expect(made).toMatchObject({ name: "Zoya", ...own });
    expect(bench.onMedots()).toEqual([`09:00 ${made?.id}`]);
  });

  it("is found by what was taken down for an entry, too", async () => {
    bench.registered("Vera");
    const clientId = bench.registered("Zoya");
    const { intent } = bookingOf(
      await ask(wishFor({ patient: search, particulars, chosen: slotAt("09:00") })),
    );
    await bench.deliver(intent);
    expect(bench.onMedots()).toEqual([`09:00 ${clientId}`]);
  });

  it("is never guessed, not even where there is only one; who is none of them is registered", async () => {
    bench.registered("Zoya", { birthdate: "1950-01-01" });
    const request = wishFor({ patient: search, particulars, chosen: slotAt("09:00") });
    const answer = await ask(request);
    if (answer.outcome !== "choose-patient") throw new Error(answer.outcome);
    expect(answer.clients).toMatchObject([{ name: "Zoya", birthdate: "1950-01-01" }]);
    expect(bench.onMedots()).toEqual([]);
    const noneOf = answer.clients.map(({ id }) => id);
    const intent = registeringOf(await ask({ ...request, patient: { ...search, noneOf } }));
    expect(await bench.deliver(intent)).toMatchObject({ outcome: "done" });
    expect(bench.medots.world.clients.size).toBe(2);
    const [clientId] = noneOf;
    expect(
      await ask(wishFor({ patient: { clientId: clientId ?? 0 }, chosen: slotAt("09:00") })),
    ).toMatchObject({
      outcome: "booking",
    });
  });
});

describe("an answer that books nothing", () => {
  it("is a refusal that can be read again", async () => {
    const request = wishFor({
      known: { channel: "website", visitKind: "repeat", emergency: false },
      patient: { clientId: 1 },
    });
    expect(await ask(request)).toMatchObject({ outcome: "answered", answer: { answer: "refuse-channel" } });
    const records = await bench.store.asOwner(({ query }) =>
      query(sql`select record->'outcome'->>'action' as action from guichet.decisions`),
    );
    expect(records).toEqual([{ action: "refuse-channel" }]);
  });

  it("asks for papers at reception", async () => {
    const known = { channel: "reception", visitKind: "first", emergency: false } as const;
    const papers = { applicant: { role: "patient" }, patient: { minor: false } } as const;
    const asked = (identity: "original" | "plain-copy") =>
      ask(
        wishFor({
          known: { ...known, papers: { ...papers, documents: { identity } } },
          patient: { clientId: 1 },
        }),
      );
    expect(await asked("plain-copy")).toMatchObject({ answer: { answer: "ask-for-documents" } });
    expect(await asked("original")).toMatchObject({ answer: { answer: "offer" } });
  });

  it("admits an emergency at once, also while MEDOTS cannot be reached and nobody knows who it is", async () => {
    bench.medots.faults.plan({ kind: "status", status: 503, effect: false }, { times: Infinity });
    const known = { emergency: true, visitKind: "first", channel: "reception" } as const;
    expect(await ask(wishFor({ known, chosen: slotAt("09:00") }))).toMatchObject({
      answer: { answer: "admit-immediately", alsoDo: ["call-ambulance"] },
    });
  });

  it("offers nothing more once the day is full", async () => {
    const clientId = bench.registered("Zoya");
    for (const time of halfHours) {
      const answer = await ask(wishFor({ patient: { clientId }, chosen: slotAt(time) }));
      expect(answer.outcome).toBe("booking");
    }
    expect(await ask(wishFor({ patient: { clientId } }))).toMatchObject({ outcome: "waiting" });
  });
});
