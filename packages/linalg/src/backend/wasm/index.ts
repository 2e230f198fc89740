import type { Backend } from "../backend.ts";
import { withWasmArrays } from "./arrays.ts";
import { wasmBidiagonalise, wasmCholesky, wasmReducePanel, wasmTridiagonalise } from "./decompositions.ts";
import { wasmFillNormal, wasmFillRademacher, wasmFillUniform } from "./fill.ts";
import { wasmHermiteFeatures } from "./hermite-features.ts";
import { wasmAddHermiteGram } from "./hermite-gram.ts";
import { createInstance, type Instance } from "./instance.ts";
import { wasmHermiteSeries, wasmMap } from "./maps.ts";
import { wasmPrepare } from "./prepare.ts";
import { wasmProduct } from "./product.ts";
import { wasmPrepareTensor } from "./tensor.ts";

/** The backend of the WebAssembly kernels; `build` forces one of the two builds. */
export function wasmBackend(build?: Instance["build"]): Backend {
  const instance = createInstance(build);
  return {
    name: "wasm",
    detail: instance.build,
    product: (problem) => wasmProduct(instance, problem),
    withArrays: (lengths, work) => withWasmArrays(instance, lengths, work),
    prepare: (A, symmetric) => wasmPrepare(instance, A, symmetric),
    prepareTensor: (tensor) => wasmPrepareTensor(instance, tensor),
    cholesky: (n, A, U) => wasmCholesky(instance, n, A, U),
    tridiagonalise: (n, A) => wasmTridiagonalise(instance, n, A),
    bidiagonalise: (n, A) => wasmBidiagonalise(instance, n, A),
    reducePanel: (panel) => wasmReducePanel(instance, panel),
    fillNormal: (stream, out, offset) => wasmFillNormal(instance, stream, out, offset),
    fillUniform: (stream, out, offset) => wasmFillUniform(instance, stream, out, offset),
    fillRademacher: (stream, out, offset) => wasmFillRademacher(instance, stream, out, offset),
    map: (name, x, out) => wasmMap(instance, name, x, out),
    hermiteSeries: (coefficients, x, out) => wasmHermiteSeries(instance, coefficients, x, out),
    hermiteFeatures: (X, order, out) => wasmHermiteFeatures(instance, X, order, out),
    addHermiteGram: (X, weights, order, V, out) => wasmAddHermiteGram(instance, X, weights, order, V, out),
  };
}
