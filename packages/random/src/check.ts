/** A value as an error message shows it. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "object" && value !== null) return Object.prototype.toString.call(value).slice(8, -1);
  return String(value);
}

/** Throws a RangeError `function: rule, got value` unless `holds`. */
export function requirement(name: string, holds: boolean, rule: string, value: unknown): void {
  if (!holds) throw new RangeError(`${name}: ${rule}, got ${shown(value)}`);
}

/** Throws a TypeError `function: rule, got value` unless `holds`. */
export function requireKind(name: string, holds: boolean, rule: string, value: unknown): void {
  if (!holds) throw new TypeError(`${name}: ${rule}, got ${shown(value)}`);
}

/** Requires a finite positive number. */
export function requirePositive(name: string, argument: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  requireKind(name, typeof value === "number", `${argument} must be a number`, value);
  requirement(name, false, `${argument} must be positive and finite`, value);
}

/** Requires an integer in [least, most]. */
export function requireInteger(
  name: string,
  argument: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  requireKind(name, typeof value === "number", `${argument} must be a number`, value);
  requirement(name, false, `${argument} must be an integer from ${least} to ${most}`, value);
}
