export type { Key } from "./key.ts";
export type { Block, Law } from "./law.ts";
export type { GammaOptions } from "./laws/gamma.ts";
export {
  chiSquare,
  exponential,
  gamma,
  integer,
  laws,
  normal,
  normal32,
  rademacher,
  uniform,
  uniform32,
} from "./laws/index.ts";
export type { Matrix } from "./matrix.ts";
export { permutation } from "./permutation.ts";
export { restore, type StreamState, serialise } from "./serialise.ts";
export { type SphereOptions, sphere } from "./sphere.ts";
export { type Stream, stream } from "./stream.ts";
