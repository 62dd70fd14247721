import type { Policy } from "../language/policy.js";
import type { RateDeclaration } from "../language/rate.js";
import { inside, placeOf } from "../language/place.js";
import { below, editAt, literalEdits, type Spot } from "./condition-edits.js";
import { removed, type Edit } from "./edit.js";
import { isDay } from "./shifted.js";
import { tableEdits } from "./table-edits.js";

/** Every small mistake somebody could make in the editions and rates of a policy, in the order they are written. */
export function policyEdits(policy: Policy): readonly Edit[] {
  const whole: Spot = { path: [], place: placeOf(policy.id) };
  return [
    ...policy.editions.flatMap((edition, index) => {
      const place = inside(whole.place, `edition "${edition.inForceFrom}"`);
      const at: Spot = { path: ["editions", index], place };
      return [
        ...literalEdits(below(at, "inForceFrom"), "date", edition.inForceFrom),
        ...edition.tables.flatMap((table, position) => {
          const decides = [table.decides].flat().join(", ");
          const spot = { path: [...at.path, "tables", position], place: inside(place, `table "${decides}"`) };
          return tableEdits(policy, spot, table);
        }),
      ];
    }),
    ...Object.entries(policy.rates).flatMap(([name, rate]) =>
      rateEdits({ path: ["rates", name], place: inside(whole.place, `rate "${name}"`) }, rate),
    ),
  ];
}

function rateEdits(spot: Spot, { rows }: RateDeclaration): readonly Edit[] {
  return rows.flatMap((row, index) => {
    const at = below(spot, "rows", index);
    const { value, cites } = row;
    return [
      ...(rows.length > 1 ? [editAt(at, "rate", removed, "left out")] : []),
      ...literalEdits(below(at, "from"), "date", row.from),
      ...literalEdits(below(at, "value"), isDay(value) ? "date" : "rate", value),
      ...(cites.length < 2
        ? []
        : cites.map(({ document, section }, position) =>
            editAt(below(at, "cites", position), "citation", removed, `${document}, ${section} left out`),
          )),
    ];
  });
}
