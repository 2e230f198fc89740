import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

/** A member of a family as the command line writes it, `name:key=value,key=value`. */
interface Spec {
  /** Before the colon. */
  readonly name: string;
  /** After it; lists are separated by semicolons, so that every value is a list. */
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/** One member of a family: what it may be told, and how it is made. */
export interface SpecMember<T> {
  /** As written on the command line. */
  readonly name: string;
  /** What it may be told, with a word on each. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Makes it; what is not given has the default of the package. */
  make(values: SpecValues): T;
}

/** The values of a spec, looked up by key. */
interface SpecValues {
  /** A number; undefined where it is not given. */
  number(key: string): number | undefined;
  /** A number that has no default. */
  required(key: string): number;
  /** A list; undefined where it is not given. */
  list(key: string): readonly number[] | undefined;
}

/**
 * Makes the member of a family that a text names.
 *
 * @param kind - the family, as `prior`, for messages
 * @param members - the family
 * @param text - `name` or `name:key=value,...`
 * @throws UsageError for an unknown name or key, or a value that is no number; RangeError of the member itself
 */
export function fromSpec<T>(kind: string, members: readonly SpecMember<T>[], text: string): T {
  const { name, values } = parseSpec(kind, text);
  const names = members.map((member) => member.name);
  const member = members.find((candidate) => candidate.name === name) ?? unknownName(kind, name, names);
  const known = Object.keys(member.parameters);
  for (const key of Object.keys(values)) {
    if (!known.includes(key)) unknownKey(kind, name, key, known);
  }
  return member.make(valuesOf(`${kind} ${name}`, values));
}

function unknownKey(kind: string, name: string, key: string, known: readonly string[]): never {
  if (known.length === 0) throw new UsageError(`${kind} ${name} takes no parameters, got ${key}`);
  unknownName(`parameter of ${kind} ${name}`, key, known);
}

/**
 * Reads `name:key=value,key=value`.
 *
 * @param kind - what it stands for, for messages
 * @param text - as typed
 * @throws UsageError where it is not of that form
 */
function parseSpec(kind: string, text: string): Spec {
  const [name, rest, ...more] = text.split(":");
  if (!name || more.length > 0 || rest === "") {
    throw new UsageError(`${kind} must read name or name:key=value,key=value, got ${JSON.stringify(text)}`);
  }
  const pairs = rest === undefined ? [] : rest.split(",");
  return { name, values: Object.fromEntries(pairs.map((pair) => parsePair(`${kind} ${name}`, pair))) };
}

function parsePair(what: string, pair: string): [string, number[]] {
  const [key, value, ...more] = pair.split("=");
  if (!key || !value || more.length > 0) {
    throw new UsageError(`${what}: parameters must read key=value, got ${JSON.stringify(pair)}`);
  }
  return [key.trim(), value.split(";").map((part) => finite(`${what}: ${key}`, part))];
}

/**
 * A finite number from the command line.
 *
 * @param what - what it is, for the message
 * @param text - as typed
 * @throws UsageError where it is none
 */
export function finite(what: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new UsageError(`${what} must be a number, got ${JSON.stringify(text)}`);
  }
  return value;
}

function valuesOf(what: string, values: Spec["values"]): SpecValues {
  const number = (key: string): number | undefined => {
    const list = values[key];
    if (list !== undefined && list.length !== 1) {
      throw new UsageError(`${what}: ${key} must be one number, got ${list.join(";")}`);
    }
    return list?.[0];
  };
  return {
    number,
    list: (key) => values[key],
    required: (key) => {
      const value = number(key);
      if (value === undefined) throw new UsageError(`${what} must be told ${key}, as ${key}=0.5`);
      return value;
    },
  };
}
