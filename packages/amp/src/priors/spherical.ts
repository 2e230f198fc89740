import type { Prior } from "../prior.ts";
import { gaussian } from "./gaussian.ts";

/**
 * The uniform law on the sphere |w|^2 = N, whose coordinates are standard normal in the limit: the posterior mean is that of
 * `gaussian()`, B/(1 + A). Samples are normal; rescale a vector of them to |w|^2 = N. For the point of largest likelihood on the sphere
 * see `sphericalMaximumLikelihood`.
 */
export const spherical: Prior = /* @__PURE__ */ (() => ({ ...gaussian(), name: "spherical" }))();
