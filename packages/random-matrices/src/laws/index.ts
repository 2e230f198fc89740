import { freeAdditiveConvolution } from "../convolution/free-additive-convolution.ts";
import { freeMultiplicativeConvolution } from "../convolution/free-multiplicative-convolution.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { discreteLaw } from "./discrete-law.ts";
import { kestenMcKay } from "./kesten-mckay.ts";
import { marchenkoPastur } from "./marchenko-pastur.ts";
import { quarterCircle } from "./quarter-circle.ts";
import { sampleCovariance } from "./sample-covariance.ts";
import { semicircle } from "./semicircle.ts";
import { tracyWidom } from "./tracy-widom.ts";
import { weightedCovariance } from "./weighted-covariance.ts";

export type { DiscreteLawOptions } from "./discrete-law.ts";
export type { KestenMcKayOptions } from "./kesten-mckay.ts";
export type { MarchenkoPasturOptions } from "./marchenko-pastur.ts";
export type { QuarterCircleOptions } from "./quarter-circle.ts";
export type { SampleCovarianceOptions } from "./sample-covariance.ts";
export type { SemicircleOptions } from "./semicircle.ts";
export type { TracyWidom, TracyWidomOptions } from "./tracy-widom.ts";
export type { WeightedCovarianceOptions } from "./weighted-covariance.ts";
export {
  discreteLaw,
  kestenMcKay,
  marchenkoPastur,
  quarterCircle,
  sampleCovariance,
  semicircle,
  tracyWidom,
  weightedCovariance,
};

/** The family of spectral laws, each with typical parameters. The law suite runs over this list. */
export const laws: readonly SpectralLaw[] = [
  /* @__PURE__ */ semicircle(),
  /* @__PURE__ */ marchenkoPastur({ ratio: 0.5 }),
  /* @__PURE__ */ quarterCircle(),
  /* @__PURE__ */ kestenMcKay(),
  /* @__PURE__ */ tracyWidom({ beta: 1 }),
  /* @__PURE__ */ tracyWidom({ beta: 2 }),
  /* @__PURE__ */ tracyWidom({ beta: 4 }),
  /* @__PURE__ */ discreteLaw({ points: [1, 3, 10], masses: [2, 4, 4] }),
  /* @__PURE__ */ sampleCovariance({
    ratio: 0.1,
    population: /* @__PURE__ */ discreteLaw({ points: [1, 3, 10], masses: [2, 4, 4] }),
  }),
  /* @__PURE__ */ weightedCovariance({
    ratio: 0.5,
    weights: /* @__PURE__ */ discreteLaw({ points: [-1, 2] }),
  }),
  /* @__PURE__ */ freeAdditiveConvolution(
    /* @__PURE__ */ kestenMcKay(),
    /* @__PURE__ */ marchenkoPastur({ ratio: 0.5 }),
  ),
  /* @__PURE__ */ freeMultiplicativeConvolution(
    /* @__PURE__ */ quarterCircle(),
    /* @__PURE__ */ marchenkoPastur({ ratio: 2 }),
  ),
];
