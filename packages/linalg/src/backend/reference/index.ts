import type { Backend } from "../backend.ts";
import { referenceBidiagonalise } from "./bidiagonalise.ts";
import { referenceCholesky } from "./cholesky.ts";
import { referenceAddHermiteGram, referenceHermiteFeatures, referenceHermiteSeries } from "./hermite.ts";
import { rademacherLaw, uniform32Law, uniformLaw } from "./laws.ts";
import { referenceMap } from "./maps.ts";
import { referencePrepare } from "./prepare.ts";
import { referenceProduct } from "./product.ts";
import { referenceReducePanel } from "./reduce-panel.ts";
import { referencePrepareTensor } from "./tensor.ts";
import { referenceTridiagonalise } from "./tridiagonalise.ts";

/** Plain TypeScript: slow, always there, and what the other backends are tested against. */
export const referenceBackend: Backend = {
  name: "reference",
  detail: "TypeScript",
  product: referenceProduct,
  withArrays: (lengths, work) => work(...lengths.map((length) => new Float64Array(length))),
  prepare: referencePrepare,
  prepareTensor: referencePrepareTensor,
  cholesky: referenceCholesky,
  bidiagonalise: referenceBidiagonalise,
  reducePanel: referenceReducePanel,
  tridiagonalise: referenceTridiagonalise,
  fillNormal: (stream, out, offset) => stream.fillNormal(out, offset),
  fillUniform: (stream, out, offset) =>
    stream.fill(out instanceof Float64Array ? uniformLaw : uniform32Law, out, offset),
  fillRademacher: (stream, out, offset) => stream.fill(rademacherLaw, out, offset),
  map: referenceMap,
  hermiteSeries: referenceHermiteSeries,
  hermiteFeatures: referenceHermiteFeatures,
  addHermiteGram: referenceAddHermiteGram,
};
