export { mathjax } from "./mathjax/load-mathjax.ts";
export type { Maths, MathsBox } from "./maths.ts";
