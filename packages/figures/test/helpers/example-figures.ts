import type { Figure } from "../../src/index.ts";

/** Numbers in [0, 1) for examples, the same each time. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function normals(seed: number): () => number {
  const uniform = uniforms(seed);
  return () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
}

function range(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

function learningCurves(): Figure {
  const n = range(1, 5, 13).map((k) => 10 ** k);
  const theory = range(1, 5, 60).map((k) => 10 ** k);
  const rates = [0.35, 0.6, 1];
  const normal = normals(7);
  return {
    title: "Learning curves of three targets",
    panels: [
      {
        x: { label: "Number of samples $n$", scale: "log" },
        y: { label: "$\\mathcal{E}(n) = \\mathbb{E}\\,\\|\\hat f - f^\\star\\|^2$", scale: "log" },
        marks: rates.flatMap((rate, i) => {
          const mean = n.map((value) => (1 / (i + 1)) * value ** -rate * Math.exp(0.08 * normal()));
          const label = `$\\alpha = ${rate.toFixed(2)}$`;
          return [
            { kind: "band", x: n, low: mean.map((m) => m * 0.75), high: mean.map((m) => m * 1.3), colour: i },
            {
              kind: "line",
              x: theory,
              y: theory.map((v) => (1 / (i + 1)) * v ** -rate),
              colour: i,
              dashed: true,
            },
            { kind: "points", label, x: n, y: mean, error: mean.map((m) => 0.12 * m), colour: i },
          ] as const;
        }),
      },
    ],
  };
}

function phaseDiagram(): Figure {
  const x = range(0.05, 3, 60);
  const y = range(0.05, 4, 60);
  const normal = normals(3);
  const q = (l: number, a: number): number => Math.max(0, 1 - 1 / (l * l * a)) ** 0.7;
  const line = range(0.5, 3, 80);
  const points = range(0, 1, 24).map(
    (_, i) => [0.3 + 0.45 * (i % 6), 0.5 + 0.9 * Math.floor(i / 6)] as const,
  );
  return {
    panels: [
      {
        x: { label: "$\\lambda$", domain: [0, 3] },
        y: { label: "$\\alpha = n/d$", domain: [0, 4] },
        marks: [
          {
            kind: "heat",
            label: "Overlap $q$",
            x,
            y,
            values: y.flatMap((a) => x.map((l) => q(l, a))),
            contours: [0.25, 0.5, 0.75, 0.9],
          },
          {
            kind: "line",
            x: line,
            y: line.map((l) => 1 / l ** 2),
            label: "Threshold $\\lambda_c = \\alpha^{-1/2}$",
            dashed: true,
            colour: 1,
          },
          {
            kind: "points",
            label: "AMP, $N = 1000$",
            x: points.map(([l]) => l),
            y: points.map(([, a]) => a),
            values: points.map(([l, a]) => Math.min(1, Math.max(0, q(l, a) + 0.05 * normal()))),
          },
          { kind: "text", x: 0.75, y: 0.2, text: "impossible" },
        ],
      },
    ],
  };
}

function spectrum(): Figure {
  const normal = normals(11);
  const edges = range(-2.2, 2.2, 56);
  const centre = edges.slice(1).map((e, i) => (e + edges[i]!) / 2);
  const law = (x: number): number => Math.sqrt(Math.max(0, 4 - x * x)) / (2 * Math.PI);
  const fine = range(-2, 2, 200);
  return {
    panels: [
      {
        title: "Spectrum of a spiked Wigner matrix, $N = 2000$",
        x: { label: "Eigenvalue $\\lambda$" },
        y: { label: "Density $\\rho(\\lambda)$" },
        marks: [
          {
            kind: "histogram",
            label: "eigenvalues",
            edges,
            density: centre.map((c) => Math.max(0, law(c) + 0.008 * normal())),
          },
          { kind: "line", label: "semicircle law", x: fine, y: fine.map(law), colour: 1 },
          { kind: "rule", x: 2.5, label: "predicted outlier $\\theta + 1/\\theta$", dashed: true },
          { kind: "points", label: "outlier", x: [2.49], y: [0], colour: 2, shape: "triangle" },
        ],
      },
    ],
  };
}

function trajectories(): Figure {
  const steps = range(0, 30, 31);
  const normal = normals(5);
  return {
    panels: [
      {
        x: { label: "Iteration $t$" },
        y: { label: "Squared overlap $q^t$", domain: [0, 1] },
        marks: [
          ...[0.9, 0.6, 0.35, 0.2].flatMap((top, i) => {
            const curve = steps.map((t) => top / (1 + Math.exp(-(t - 8 - 2 * i) / 2)));
            return [
              {
                kind: "line",
                label: `$\\Delta = ${(0.3 * (i + 1)).toFixed(1)}$`,
                x: steps,
                y: curve,
                colour: i,
              },
              { kind: "points", x: steps, y: curve.map((v) => Math.max(0, v + 0.015 * normal())), colour: i },
            ] as const;
          }),
        ],
      },
    ],
  };
}

function smallMultiples(): Figure {
  const x = range(0.1, 2, 40);
  const normal = normals(9);
  return {
    title: "Overlap of four estimators against the signal-to-noise ratio",
    share: "both",
    columns: 2,
    panels: ["AMP", "Gradient descent", "Power iteration", "Tensor unfolding"].map((title, i) => ({
      title: `(${"abcd"[i]}) ${title}`,
      x: { label: "Signal-to-noise ratio $\\lambda$" },
      y: { label: "Overlap $m$" },
      aspect: 0.62,
      marks: [
        {
          kind: "line",
          label: "theory",
          x,
          y: x.map((v) => Math.sqrt(Math.max(0, 1 - (0.4 + 0.3 * i) / v ** 2))),
        },
        {
          kind: "points",
          label: "$N = 1000$",
          x: x.filter((_, k) => k % 3 === 0),
          y: x
            .filter((_, k) => k % 3 === 0)
            .map((v) => Math.sqrt(Math.max(0, 1 - (0.4 + 0.3 * i) / v ** 2)) + 0.02 * normal()),
          error: x.filter((_, k) => k % 3 === 0).map(() => 0.04),
          colour: 1,
        },
      ],
    })),
  };
}

/** One figure of each kind that the package is for. */
export const exampleFigures: Readonly<Record<string, Figure>> = {
  "learning-curves": learningCurves(),
  "phase-diagram": phaseDiagram(),
  spectrum: spectrum(),
  trajectories: trajectories(),
  "small-multiples": smallMultiples(),
};
