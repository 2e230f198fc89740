import type { Link } from "../link.ts";
import { abs } from "./abs.ts";
import { cos } from "./cos.ts";
import { erf } from "./erf.ts";
import { hermiteLink } from "./hermite-link.ts";
import { identity } from "./identity.ts";
import { leakyRelu } from "./leaky-relu.ts";
import { maxwell } from "./maxwell.ts";
import { relu } from "./relu.ts";
import { sigmoid } from "./sigmoid.ts";
import { sign } from "./sign.ts";
import { sin } from "./sin.ts";
import { softStep } from "./soft-step.ts";
import { softsign } from "./softsign.ts";
import { tanh } from "./tanh.ts";

export type { LeakyReluOptions } from "./leaky-relu.ts";
export type { SoftStepOptions } from "./soft-step.ts";
export {
  abs,
  cos,
  erf,
  hermiteLink,
  identity,
  leakyRelu,
  maxwell,
  relu,
  sigmoid,
  sign,
  sin,
  softStep,
  softsign,
  tanh,
};

/** The family of links, parametric ones by their default instance. The law suite runs over this list. */
export const links: readonly Link[] = [
  identity,
  relu,
  /* @__PURE__ */ leakyRelu(),
  sign,
  abs,
  tanh,
  erf,
  sigmoid,
  cos,
  sin,
  /* @__PURE__ */ hermiteLink(3),
  /* @__PURE__ */ hermiteLink(4),
  maxwell,
  /* @__PURE__ */ softStep(),
  softsign,
];
