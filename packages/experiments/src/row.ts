/** A cell of a row; numbers may be infinite or NaN. */
export type Value = number | string | boolean | null;

/** The result of a trial: plain data, with arrays where one number does not do. */
export type Row = Readonly<Record<string, Value | Float64Array>>;
