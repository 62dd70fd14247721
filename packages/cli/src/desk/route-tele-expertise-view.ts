import type { TeleExpertiseRoute, TeleExpertiseRouteInput } from "@guichet/rules/desk";
import { match } from "ts-pattern";
import { labelledLines, paragraphLines } from "../render/layout.js";
import type { Section, Shown } from "./desk-task.js";
import { headSection } from "./head-section.js";

type RouteShown = Shown<TeleExpertiseRouteInput, TeleExpertiseRoute>;

/** Who gets a request and from when on, and why the others do not. */
export function routeTeleExpertiseView(shown: RouteShown): readonly Section[] {
  const { desk, look, result } = shown;
  const goes = match(result)
    .with({ status: "routed" }, ({ responder, availableNow, from }) => {
      const available = availableNow
        ? desk.route.now
        : from === null
          ? desk.route.never
          : desk.route.from(momentInWords(shown, from));
      return [
        headSection(shown, "route-tele-expertise", "done", desk.route.routed(responder)),
        paragraphLines({ text: available }, 2, look),
      ];
    })
    .with({ status: "nobody" }, () => [headSection(shown, "route-tele-expertise", "void", desk.route.nobody)])
    .exhaustive();
  return [...goes, passedOverLines(shown)];
}

function passedOverLines({ desk, look, result }: RouteShown): Section {
  if (result.passedOver.length === 0) return [];
  const rows = result.passedOver.map(({ responder, reasons }) => ({
    label: responder,
    value: [{ text: reasons.map((reason) => desk.route.reasons[reason]).join(", ") }],
  }));
  return [look.paint.bold(desk.route.passedOver), ...labelledLines(rows, 2, look)];
}

/** A moment on the clocks of the zone the request is about. */
function momentInWords({ input, language }: RouteShown, moment: string): string {
  const { zone = "Europe/Paris" } = input;
  const intl = language === "en" ? "en-GB" : language;
  const format = new Intl.DateTimeFormat(intl, { dateStyle: "long", timeStyle: "short", timeZone: zone });
  return `${format.format(new Date(moment))} (${zone})`;
}
