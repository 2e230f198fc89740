/** The values of an experiment's parameters at which a trial is run: plain data. */
export type Point = Readonly<Record<string, number | string | boolean>>;
