import type { Channel } from "../channel.ts";
import { abs } from "./abs.ts";
import { door } from "./door.ts";
import { linear } from "./linear.ts";
import { logistic } from "./logistic.ts";
import { poisson } from "./poisson.ts";
import { probit } from "./probit.ts";
import { quantised } from "./quantised.ts";
import { relu } from "./relu.ts";
import { sign } from "./sign.ts";

export type { DoorOptions } from "./door.ts";
export type { NoiseOptions } from "./noise-options.ts";
export type { QuantisedOptions } from "./quantised.ts";
export { abs, door, linear, logistic, poisson, probit, quantised, relu, sign };

/** The family of channels by their makers, each of which has defaults. The law suite runs over this list. */
export const channels: readonly (() => Channel)[] = [
  linear,
  sign,
  abs,
  relu,
  door,
  probit,
  logistic,
  poisson,
  quantised,
];
