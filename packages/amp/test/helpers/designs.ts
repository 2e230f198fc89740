import { fillNormal, type Matrix } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import type { Channel } from "../../src/index.ts";

/** A matrix of independent normals of a variance. */
export function gaussianDesign(rows: number, cols: number, variance: number, random: Stream): Matrix {
  const data = new Float64Array(rows * cols);
  fillNormal(random.split("design"), data);
  const scale = Math.sqrt(variance);
  for (let i = 0; i < data.length; i++) data[i]! *= scale;
  return { rows, cols, data };
}

/** The products of a matrix with a vector. */
export function projections({ rows, cols, data }: Matrix, w: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, mu) => {
    let sum = 0;
    for (let i = 0; i < cols; i++) sum += data[mu * cols + i]! * w[i]!;
    return sum;
  });
}

/** Labels of projections through a channel. */
export function labelled(channel: Channel, z: Float64Array, random: Stream): Float64Array {
  const labels = random.split("labels");
  return z.map((value) => channel.sample(value, labels));
}

/** The mean of (x_i - y_i)^2. */
export function squaredError(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0) / x.length;
}
