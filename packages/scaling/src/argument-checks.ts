// The same file in every package that needs it: packages of a tier do not know one another.

/** A value as a message shows it; objects by their kind. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "object" && value !== null
    ? Object.prototype.toString.call(value).slice(8, -1)
    : String(value);
}

/** Throws a TypeError `call: argument must rule, got value`: for a wrong kind or shape. */
export function rejectKind(call: string, argument: string, rule: string, value: unknown): never {
  throw new TypeError(`${call}: ${argument} must ${rule}, got ${shown(value)}`);
}

/** Throws `call: argument must rule, got value`: a RangeError for a number, a TypeError for anything else. */
export function reject(call: string, argument: string, rule: string, value: unknown): never {
  if (typeof value !== "number" && typeof value !== "bigint") rejectKind(call, argument, rule, value);
  throw new RangeError(`${call}: ${argument} must ${rule}, got ${shown(value)}`);
}

/** Requires an integer in [least, most]. */
export function requireInteger(
  call: string,
  argument: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  reject(call, argument, `be an integer from ${least} to ${most}`, value);
}

/** Requires a finite number. */
export function requireFinite(call: string, argument: string, value: number): void {
  if (!Number.isFinite(value)) reject(call, argument, "be a finite number", value);
}

/** Requires a positive finite number. */
export function requirePositive(call: string, argument: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) reject(call, argument, "be a positive finite number", value);
}

/** Requires a function. */
export function requireFunction(call: string, argument: string, value: unknown): void {
  if (typeof value !== "function") rejectKind(call, argument, "be a function", value);
}

/** Requires an array or typed array whose entries are all finite. */
export function requireFiniteArray(call: string, argument: string, values: ArrayLike<number>): void {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values)) {
    rejectKind(call, argument, "be an array of numbers", values);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) requireFinite(call, `${argument}[${i}]`, values[i]!);
  }
}

/** Requires an array of exactly `length` entries, in the words of `shape`. */
export function requireLength(
  call: string,
  argument: string,
  length: number,
  wanted: number,
  shape: string,
): void {
  if (length !== wanted) rejectKind(call, argument, `have ${shape} = ${wanted} entries`, length);
}

/** Requires an object of options where one of them has no default. */
export function requireOptions(call: string, options: unknown): void {
  if (typeof options !== "object" || options === null) rejectKind(call, "options", "be an object", options);
}
