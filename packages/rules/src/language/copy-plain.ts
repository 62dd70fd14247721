import { quoted } from "./place.js";

/** Stands in a copy for what was refused, so that it is reported once and not again by every check. */
export const unreadable = Symbol("unreadable");

/** Something that JSON cannot carry, and where. */
export interface NotPlain {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

interface Frame {
  readonly step: string | number;
  readonly source: object;
  readonly copy: Record<string | number, unknown>;
  readonly parts: Parts;
  next: number;
}

/** The keys of a list or an object, and what stands at each. */
interface Parts {
  readonly keys: readonly (string | number)[];
  readonly values: readonly unknown[];
}

/**
 * Copies plain data, and lists what is not plain.
 *
 * Shape: objects of the copy inherit nothing, so that no check reads what `Object.prototype` was given. Shared parts
 * stay shared. No recursion: any depth is read.
 */
export function copyPlain(data: unknown): { readonly copy: unknown; readonly notPlain: readonly NotPlain[] } {
  const notPlain: NotPlain[] = [];
  const copies = new Map<object, unknown>();
  const open = new Set<object>();
  const frames: Frame[] = [];
  const refuse = (step: string | number, what: string) => {
    // A path of more steps helps nobody, and a deep cycle would make it long.
    const path = frames.slice(1, 40).map((frame) => frame.step);
    notPlain.push({ path: frames.length === 0 ? [] : [...path, step], what });
    return unreadable;
  };
  const enter = (value: unknown, step: string | number): unknown => {
    if (typeof value !== "object" || value === null) {
      const what = refusedLeaf(value);
      return what === undefined ? value : refuse(step, what);
    }
    // Nothing valid is nested this deep: the checks have refused it higher up.
    if (frames.length > deepest) return unreadable;
    if (open.has(value)) return refuse(step, "the data contains itself");
    if (copies.has(value)) return copies.get(value);
    const parts = partsOf(value);
    if (typeof parts === "string") return refuse(step, parts);
    const copy = (Array.isArray(value) ? [] : Object.create(bare)) as Record<string | number, unknown>;
    frames.push({ step, source: value, copy, parts, next: 0 });
    copies.set(value, copy);
    open.add(value);
    return copy;
  };

  const copy = enter(data, "");
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const key = frame.parts.keys[frame.next];
    if (key === undefined) {
      open.delete(frame.source);
      frames.pop();
    } else {
      frame.copy[key] = enter(frame.parts.values[frame.next++], key);
    }
  }
  return { copy, notPlain };
}

const deepest = 1000;

/** An empty prototype: objects made with `null` itself are several times slower to fill and to read. */
const bare: object = Object.freeze(Object.create(null) as object);

function refusedLeaf(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "a number that is not finite";
  if (value === null || typeof value === "string" || typeof value === "boolean") return undefined;
  if (value === unreadable) return undefined;
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

/** What a list or an object holds, or why it is neither. */
function partsOf(value: object): Parts | string {
  try {
    const list = Array.isArray(value);
    if (!hasPlainPrototype(value, list)) return "an object that is not plain, as a Date or a class instance";
    const own = Reflect.ownKeys(value);
    if (list && own.length !== value.length + 1) return "a list with holes or with properties of its own";
    const keys: (string | number)[] = [];
    const values: unknown[] = [];
    for (const key of own) {
      if (list && key === "length") continue;
      if (typeof key === "symbol") return "an object with a symbol as a key";
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined || !Object.hasOwn(property, "value") || property.enumerable !== true) {
        return `an object whose property ${quoted(key)} is computed or hidden`;
      }
      keys.push(list ? Number(key) : key);
      values.push(property.value);
    }
    return { keys, values };
  } catch {
    // A proxy may refuse to be read.
    return "an object that cannot be read";
  }
}

/** Prototypes are judged by their chain, because data may come from another realm, as test runners make them. */
function hasPlainPrototype(value: object, list: boolean): boolean {
  const own: unknown = Object.getPrototypeOf(value);
  const root: unknown = list && own !== null ? Object.getPrototypeOf(own) : own;
  if (root === null) return !list;
  return Object.getPrototypeOf(root) === null && Object.hasOwn(root as object, "isPrototypeOf");
}
