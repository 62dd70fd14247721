/** An object somewhere in a configuration, whatever its shape. */
export interface ConfigPart {
  /** As errors show it: `clinics[0].medots`; empty for the whole. */
  readonly place: string;
  /** The option it is given for, or in a list for: `medots`, `clinics`. */
  readonly option: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A configuration and every object in it, from the outside in. */
export function partsOf(value: unknown, place = "", option = ""): readonly ConfigPart[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => partsOf(one, `${place}[${String(index)}]`, option));
  if (typeof value !== "object" || value === null) return [];
  return [
    { place, option, value: { ...value } },
    ...Object.entries(value).flatMap(([name, one]) => partsOf(one, placeOf([place, name]), name)),
  ];
}

/** A path as errors show it: `clinics[0].medots`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === "number") return `${place}[${String(key)}]`;
    return place === "" ? String(key) : `${place}.${String(key)}`;
  }, "");
}
