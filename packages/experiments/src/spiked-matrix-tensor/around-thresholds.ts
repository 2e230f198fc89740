import { multimodalThresholds } from "@onsager/amp";
import { type MatrixTensor, specOf, standardNormal } from "./matrix-tensor.ts";

/** Sizes of v, x and y over that of u. */
const shapes = [
  { u: 1, v: 1, x: 1, y: 1 },
  { u: 1, v: 2, x: 0.5, y: 0.75 },
  { u: 1, v: 0.5, x: 2, y: 1 },
  { u: 1, v: 1, x: 0.25, y: 0.25 },
];
/** Noise of the tensor, in the unit beyond which no matrix helps. */
const noises = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Models of several shapes, from clean to noisy tensors, with a matrix 1 % below and above both thresholds of Bayes-AMP. */
export function aroundThresholds(): MatrixTensor[] {
  const models = shapes.flatMap((ratios) =>
    noises.map((noise) => ({ ratios, tensorVariance: noise * Math.sqrt(ratios.x * ratios.y) })),
  );
  return models.flatMap((model) => {
    const spec = specOf({ ...model, matrixVariance: 1 });
    const { matrix, tensor } = multimodalThresholds(spec, standardNormal).bayes;
    const around = [0.99 * matrix, 1.01 * matrix, 0.99 * tensor, 1.01 * tensor];
    return around.map((matrixVariance) => ({ ...model, matrixVariance }));
  });
}
