import type { Law } from "../law.ts";
import { chiSquare } from "./chi-square.ts";
import { exponential } from "./exponential.ts";
import { gamma } from "./gamma.ts";
import { integer } from "./integer.ts";
import { normal } from "./normal.ts";
import { normal32 } from "./normal32.ts";
import { rademacher } from "./rademacher.ts";
import { uniform } from "./uniform.ts";
import { uniform32 } from "./uniform32.ts";

export { chiSquare, exponential, gamma, integer, normal, normal32, rademacher, uniform, uniform32 };

/** Every law of the package, those with parameters at an instance. */
export const laws: readonly Law[] = [
  uniform,
  normal,
  uniform32,
  normal32,
  rademacher,
  exponential,
  integer(6),
  gamma({ shape: 2.5 }),
  chiSquare(3),
];
