import { fillNormal } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { gaussian, type SharedFactorModel, sharedFactorAmp } from "../../src/index.ts";

const N = 300;
const [matrix, tensor] = [0.6, 0.2];

/** The multi-modal model with an f32 tensor, made in place. */
function multiModal(): SharedFactorModel {
  const random = stream(1);
  const normals = <D extends Float64Array | Float32Array>(out: D, name: string): D => {
    fillNormal(random.split(name), out);
    return out;
  };
  const vector = (name: string) => normals(new Float64Array(N), name);
  const [u, v, x, y] = [vector("u"), vector("v"), vector("x"), vector("y")];
  const Y = normals(new Float64Array(N * N), "Y");
  const T = normals(new Float32Array(N ** 3), "T");
  for (let i = 0, at = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      Y[i * N + j] = Math.sqrt(matrix) * Y[i * N + j]! + (u[i]! * v[j]!) / Math.sqrt(N);
      for (let k = 0; k < N; k++, at++) T[at] = Math.sqrt(tensor) * T[at]! + (u[i]! * x[j]! * y[k]!) / N;
    }
  return {
    sizes: { u: N, v: N, x: N, y: N },
    channels: [
      { factors: ["u", "v"], variance: matrix, data: { rows: N, cols: N, data: Y } },
      { factors: ["u", "x", "y"], variance: tensor, data: { shape: [N, N, N], data: T } },
    ],
    truth: { u, v, x, y },
  };
}

test("N = 300 in f32: the model, its copy in kernel memory and all else of the process in 600 MB", () => {
  const prior = gaussian();
  const model = multiModal();
  const { status, factors } = sharedFactorAmp(
    model,
    { priors: { u: prior, v: prior, x: prior, y: prior } },
    stream(2),
  );
  const peak = process.resourceUsage().maxRSS * 1024;
  expect(status).toBe("converged");
  expect(factors.x!.squaredOverlap).toBeGreaterThan(0.6);
  expect(peak, `${Math.round(peak / 1e6)} MB`).toBeLessThan(600e6);
});
