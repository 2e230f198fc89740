import type { Figure } from "@onsager/experiments";
import type { SpectrumReport } from "./spectrum.ts";

/** Points of the law's curve in each part of its support. */
const POINTS = 300;

/** The spectrum as a histogram, the law of its noise over it, components marked. */
export function spectrumFigure({ kind, rows, cols, eigenvalues, law, components }: SpectrumReport): Figure {
  const bulk = Array.from(eigenvalues.slice(components.length));
  const what = kind === "data" ? "sample covariance" : "$Y/\\sqrt{N}$";
  return {
    title: `Spectrum of a ${rows} x ${cols} matrix, ${components.length} components`,
    panels: [
      {
        x: { label: `eigenvalue of the ${what}` },
        y: { label: "density" },
        marks: [
          {
            kind: "histogram",
            label: "eigenvalues",
            ...histogramOf([...bulk, ...components.map((c) => c.eigenvalue)], law.support),
          },
          { kind: "line", label: law.name, ...curveOf(law), colour: 1 },
          ...components.map(({ eigenvalue }, k) => ({
            kind: "rule" as const,
            x: eigenvalue,
            dashed: true,
            colour: 2,
            ...(k === 0 ? { label: "component" } : {}),
          })),
        ],
      },
    ],
  };
}

/** Bins of equal width over the bulk, and over all beyond it, of area 1 with the zeros left out. */
function histogramOf(
  values: readonly number[],
  support: readonly (readonly [number, number])[],
): { edges: number[]; density: number[] } {
  const [from, to] = [support[0]![0], support.at(-1)![1]];
  const width = (to - from) / 40;
  const [least, most] = [Math.min(from, ...values), Math.max(to, ...values)];
  const count = Math.min(2000, Math.ceil((most - least) / width));
  const edges = Array.from({ length: count + 1 }, (_, k) => least + ((most - least) * k) / count);
  const density = new Array<number>(count).fill(0);
  const step = (most - least) / count;
  for (const value of values) {
    const bin = Math.min(count - 1, Math.floor((value - least) / step));
    density[bin]! += 1 / (values.length * step);
  }
  return { edges, density };
}

/** The density over its support, of mass 1 without the atoms. */
function curveOf({ support, density, atoms }: SpectrumReport["law"]): { x: number[]; y: number[] } {
  const mass = 1 - atoms.reduce((sum, atom) => sum + atom.mass, 0);
  const x = support.flatMap(([from, to]) =>
    Array.from(
      { length: POINTS + 1 },
      (_, k) => from + ((to - from) * (1 - Math.cos((Math.PI * k) / POINTS))) / 2,
    ),
  );
  return { x, y: x.map((at) => density(at) / mass) };
}
