import type { Denoiser } from "../denoiser.ts";
import { softThreshold } from "./soft-threshold.ts";
import { sphericalMaximumLikelihood } from "./spherical-maximum-likelihood.ts";

export type { SoftThresholdOptions } from "./soft-threshold.ts";
export { softThreshold, sphericalMaximumLikelihood };

/** The family of denoisers that are not posterior means, parametric ones at an instance. The law suite runs over this list. */
export const denoisers: readonly Denoiser[] = [
  /* @__PURE__ */ softThreshold({ multiple: 1.5 }),
  sphericalMaximumLikelihood,
];
