import {
  tellPatient,
  type BookAppointmentInput,
  type BookingPlan,
  type WaitlistDraft,
} from "@guichet/rules/desk";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { match } from "ts-pattern";
import { dayInWords } from "../day-in-words.js";
import { labelledLines, paragraphLines } from "../render/layout.js";
import { askedSection } from "./asked-section.js";
import { capitalised } from "./capitalised.js";
import type { Section, Shown } from "./desk-task.js";
import { answerLabel, factLabel, wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";
import { slotTable } from "./slot-table.js";
import { whySection } from "./why-section.js";

type BookingShown = Shown<BookAppointmentInput, BookingPlan>;

/** A plan: what to do, what to tell the patient, what else could be offered, what to ask, and why. */
export function bookAppointmentView(shown: BookingShown): readonly Section[] {
  const { localeOf, result } = shown;
  return [
    headOf(shown),
    toldLines(shown),
    ...detailSections(shown),
    whySection(shown, [
      {
        label: answerLabel(localeOf(appointmentBooking), "action"),
        policy: appointmentBooking,
        decision: result.decision,
        answers: ["action", "alsoDo"],
      },
    ]),
  ];
}

/** What the patient is told: of an appointment all of it, of another answer only what has changed. */
function toldLines({ desk, localeOf, look, result }: BookingShown): Section {
  const sentences = tellPatient(result, localeOf(appointmentBooking));
  const told = result.action === "book-slot" ? sentences : sentences.slice(0, result.changed.length);
  if (told.length === 0) return [];
  return [look.paint.bold(desk.booking.toTell), ...told.flatMap((text) => paragraphLines({ text }, 2, look))];
}

function headOf(shown: BookingShown): Section {
  const { agreed, offered, open } = shown.desk.booking;
  const locale = shown.localeOf(appointmentBooking);
  return match(shown.result)
    .with({ action: "book-slot" }, (plan) =>
      headSection(shown, "book-appointment", "done", plan.agreed ? agreed : offered),
    )
    .with({ action: "ask" }, () => headSection(shown, "book-appointment", "open", open))
    .with({ action: "not-in-force" }, (plan) =>
      headSection(shown, "book-appointment", "void", tellPatient(plan, locale).join(" ")),
    )
    .otherwise(({ action }) => {
      const word = wordIn(locale, "decision.action", action);
      return headSection(shown, "book-appointment", "done", capitalised(word));
    });
}

function detailSections(shown: BookingShown): readonly Section[] {
  const { desk, input, localeOf, look, result } = shown;
  const locale = localeOf(appointmentBooking);
  const listed = (label: string, name: string, values: readonly string[]): Section =>
    values.length === 0
      ? []
      : labelledLines(
          [{ label, value: [{ text: values.map((value) => wordIn(locale, name, value)).join(", ") }] }],
          2,
          look,
        );
  return match(result)
    .with({ action: "book-slot" }, ({ alternatives }): Section[] =>
      alternatives.length === 0
        ? []
        : [[look.paint.bold(desk.booking.alternatives), ...slotTable(shown, input.schedule, alternatives)]],
    )
    .with({ action: "ask" }, ({ possible, needs }) => [
      listed(desk.booking.possible, "decision.action", possible),
      askedSection(shown, appointmentBooking, needs),
    ])
    .with({ action: "add-to-waitlist" }, ({ entry }) => [entryLines(shown, entry)])
    .with({ action: "refuse-channel" }, ({ permittedChannels }) => [
      listed(answerLabel(locale, "permittedChannels"), "decision.permittedChannels", permittedChannels),
    ])
    .with({ action: "admit-immediately" }, ({ alsoDo }) => [
      listed(answerLabel(locale, "alsoDo"), "decision.alsoDo", alsoDo),
    ])
    .with(
      { action: "register-in-mis" },
      { action: "ask-for-documents" },
      { action: "not-in-force" },
      () => [],
    )
    .exhaustive();
}

/** The entry that the contact centre makes, under the words the waitlist has for its parts. */
function entryLines({ desk, language, localeOf, look }: BookingShown, entry: WaitlistDraft): Section {
  const locale = localeOf(waitlistOffer);
  const rows: readonly (readonly [string, string])[] = [
    [factLabel(locale, "entry.specialty"), entry.specialty],
    [factLabel(locale, "entry.practitioner"), entry.practitioner],
    [factLabel(locale, "entry.from"), dayInWords(language, entry.from)],
    [factLabel(locale, "entry.to"), dayInWords(language, entry.to)],
    [
      factLabel(locale, "entry.weekdays"),
      entry.weekdays.map((weekday) => wordIn(locale, "entry.weekdays", weekday)).join(", "),
    ],
    [factLabel(locale, "entry.earliestTime"), entry.earliestTime],
    [factLabel(locale, "entry.latestTime"), entry.latestTime],
  ];
  return [
    look.paint.bold(desk.booking.entry),
    ...labelledLines(
      rows.map(([label, text]) => ({ label, value: [{ text }] })),
      2,
      look,
    ),
  ];
}
