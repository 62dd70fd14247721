/** Where something stands: the things named on the way, then a path inside the last of them. */
export interface Place {
  readonly named: string;
  readonly path: string;
}

export function placeOf(named: string): Place {
  return { named, path: "" };
}

/** A thing with a name of its own inside a place: an edition, a decision, a case. */
export function inside(place: Place, named: string): Place {
  return { named: `${whereOf(place)}, ${named}`, path: "" };
}

/** A property or an element inside a place. */
export function along(place: Place, ...steps: readonly (string | number)[]): Place {
  let path = place.path;
  for (const step of steps) {
    if (typeof step === "number") path += `[${step}]`;
    else if (!/^[A-Za-z0-9_$-]{1,100}$/.test(step)) path += `[${quoted(step)}]`;
    else path += path === "" ? step : `.${step}`;
  }
  return { named: place.named, path };
}

/** The place as the first part of a message. */
export function whereOf(place: Place): string {
  return place.path === "" ? place.named : `${place.named}, ${place.path}`;
}

/** Policy data in double quotes on one line, whatever it holds. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  return /^[\w.: -]*$/.test(short) ? `"${short}"` : JSON.stringify(short).replace(invisible, codePoint);
}

const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Names in a sentence: `"a", "b" and "c"`. */
export function listed(names: readonly string[], joint: "and" | "or" = "and"): string {
  const shown = names.slice(0, 12).map(quoted);
  if (names.length > shown.length) return `${shown.join(", ")} ${joint} ${names.length - shown.length} more`;
  return shown.length < 2
    ? shown.join("")
    : `${shown.slice(0, -1).join(", ")} ${joint} ${shown.at(-1) ?? ""}`;
}
