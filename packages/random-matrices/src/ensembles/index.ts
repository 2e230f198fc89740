import type { Ensemble } from "../ensemble.ts";
import { discreteLaw } from "../laws/discrete-law.ts";
import { betaHermite } from "./beta-hermite.ts";
import { betaLaguerre } from "./beta-laguerre.ts";
import { haarOrthogonal } from "./haar-orthogonal.ts";
import { mixed } from "./mixed.ts";
import { multiModal } from "./multi-modal.ts";
import { rectangular } from "./rectangular.ts";
import { sharedFactor } from "./shared-factor.ts";
import { spikedRectangular } from "./spiked-rectangular.ts";
import { spikedTensor } from "./spiked-tensor.ts";
import { spikedWigner } from "./spiked-wigner.ts";
import { wigner } from "./wigner.ts";
import { wishart } from "./wishart.ts";

export type { BetaHermiteOptions } from "./beta-hermite.ts";
export type { BetaLaguerreOptions } from "./beta-laguerre.ts";
export type { MixedOptions } from "./mixed.ts";
export type { MultiModalOptions } from "./multi-modal.ts";
export type { RectangularOptions } from "./rectangular.ts";
export type { SpikedRectangularOptions } from "./spiked-rectangular.ts";
export type { SpikedTensorOptions } from "./spiked-tensor.ts";
export type { SpikedWignerOptions } from "./spiked-wigner.ts";
export type { WignerOptions } from "./wigner.ts";
export type { WishartOptions } from "./wishart.ts";
export {
  betaHermite,
  betaLaguerre,
  haarOrthogonal,
  mixed,
  multiModal,
  rectangular,
  sharedFactor,
  spikedRectangular,
  spikedTensor,
  spikedWigner,
  wigner,
  wishart,
};

/** The family of ensembles at instances of their parameters. The law suite runs over this list. */
export const ensembles: readonly Ensemble[] = [
  /* @__PURE__ */ wigner(),
  /* @__PURE__ */ wishart({ ratio: 0.5 }),
  /* @__PURE__ */ wishart({ ratio: 0.25, population: /* @__PURE__ */ discreteLaw({ points: [1, 1, 3, 6] }) }),
  /* @__PURE__ */ rectangular({ ratio: 0.5 }),
  /* @__PURE__ */ rectangular({ ratio: 2, variance: 0.5 }),
  /* @__PURE__ */ haarOrthogonal(),
  /* @__PURE__ */ betaHermite({ beta: 2 }),
  /* @__PURE__ */ betaLaguerre({ ratio: 0.25, beta: 4 }),
  /* @__PURE__ */ spikedWigner({ variance: 0.5 }),
  /* @__PURE__ */ spikedRectangular({ ratio: 2, variance: 0.8 }),
  /* @__PURE__ */ spikedTensor({ variance: 0.2 }),
  /* @__PURE__ */ spikedTensor({ variance: 0.2, order: 4 }),
  /* @__PURE__ */ mixed({ matrixVariance: 0.4, tensorVariance: 1 }),
  /* @__PURE__ */ multiModal({ matrixVariance: 0.6, tensorVariance: 0.2 }),
  /* @__PURE__ */ sharedFactor({
    ratios: { u: 1, v: 0.5, w: 2 },
    channels: [
      { factors: ["v", "w"], variance: 0.3 },
      { factors: ["u", "w"], variance: 1.05 },
    ],
  }),
];
