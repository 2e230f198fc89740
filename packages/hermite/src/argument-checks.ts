/** Throws `call: argument must rule, got value`: a RangeError for a number, a TypeError for anything else. */
export function reject(call: string, argument: string, rule: string, value: unknown): never {
  const message = `${call}: ${argument} must ${rule}, got ${typeof value === "string" ? `"${value}"` : String(value)}`;
  throw typeof value === "number" ? new RangeError(message) : new TypeError(message);
}

export function requireInteger(
  call: string,
  argument: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const range = most < Number.MAX_SAFE_INTEGER ? `from ${least} to ${most}` : `of at least ${least}`;
  reject(call, argument, `be an integer ${range}`, value);
}

export function requireFinite(call: string, argument: string, value: number): void {
  if (!Number.isFinite(value)) reject(call, argument, "be a finite number", value);
}

export function requirePositive(call: string, argument: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) reject(call, argument, "be a positive finite number", value);
}

export function requireFunction(call: string, argument: string, value: unknown): void {
  if (typeof value !== "function")
    throw new TypeError(`${call}: ${argument} must be a function, got ${String(value)}`);
}

/** Requires an array or typed array whose entries are all finite. */
export function requireFiniteArray(call: string, argument: string, values: ArrayLike<number>): void {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values)) {
    throw new TypeError(`${call}: ${argument} must be an array of numbers, got ${String(values)}`);
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
  if (length !== wanted)
    throw new TypeError(`${call}: ${argument} must have ${shape} = ${wanted} entries, got ${length}`);
}
