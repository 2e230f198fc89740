import { writeFileSync } from "node:fs";
import * as E from "../experiments/src/index.ts";
import { stream } from "../random/src/index.ts";
import { drawFigure } from "./src/index.ts";
import { mathjax } from "./src/mathjax.ts";
import { toPng } from "./src/node.ts";
const maths = await mathjax();
for (const e of E.experiments as any[]) {
  if (process.argv[2] && !process.argv.slice(2).includes(e.name)) continue;
  const t = performance.now();
    const g = e.sizes.small; const trials: any[] = [];
    outer: for (const point of g.points) for (let r = 0; r < 2; r++) { if (performance.now() - t > 40000) break outer; trials.push({ point, replicate: r, result: e.run(point, stream(1).split(JSON.stringify(point)).split(r)) }); }
    const results = { trials, theory: (p: any) => (e.theory ? e.theory(p) : {}) };
    for (const f of e.figures) { const svg = drawFigure(f.describe(results), { maths }); writeFileSync(`/tmp/figs/x-${e.name}-${f.name}.png`, await toPng(svg)); }
}
