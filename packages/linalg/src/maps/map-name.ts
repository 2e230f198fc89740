/** The elementwise maps: exponential, natural logarithm, tanh, erf, 1/(1 + e^{-x}) and max(0, x). */
export const mapNames = ["exp", "log", "tanh", "erf", "sigmoid", "relu"] as const;

/** Name of an elementwise map. */
export type MapName = (typeof mapNames)[number];
