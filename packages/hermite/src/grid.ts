import { gaussLegendre } from "./gauss-legendre.ts";
import { normalDensity } from "./normal-density.ts";
import type { QuadratureRule } from "./quadrature-rule.ts";

/**
 * Ever finer grids for E[f(z)]. A level has the golden ratio times the nodes of the one before, so that grids are never
 * nested and no oscillation aliases to a constant on two of them.
 */
export interface Grid {
  nodes(level: number): number;
  /** Calls `visit` with every node and its weight, the density included. */
  visit(level: number, visit: (z: number, weight: number) => void): void;
}

const goldenRatio = (1 + Math.sqrt(5)) / 2;
const nodesPerPanel = 16;
let panelRule: QuadratureRule | undefined;

/** The rule of a panel, solved once. */
function keptPanelRule(): QuadratureRule {
  panelRule ??= gaussLegendre(nodesPerPanel);
  return panelRule;
}

/** Equal steps on [-b, b], displaced by another fraction of a step at every level. */
export function trapezoidGrid(bound: number, nodesPerUnit: number): Grid {
  const intervals = (level: number): number => Math.round(2 * bound * nodesPerUnit * goldenRatio ** level);
  return {
    nodes: (level) => intervals(level) + 1,
    visit(level, visit) {
      const step = (2 * bound) / intervals(level);
      const shift = (level * goldenRatio) % 1;
      for (let i = 0; i <= intervals(level); i++) {
        const z = (i + shift - intervals(level) / 2) * step;
        visit(z, step * normalDensity(z));
      }
    },
  };
}

/** Gauss-Legendre panels between breakpoints; at every level each stretch gets at least one panel more. */
export function panelGrid(breakpoints: readonly number[], nodesPerUnit: number): Grid {
  const rule = keptPanelRule();
  const stretches = breakpoints
    .slice(1)
    .map((end, i) => ({ start: breakpoints[i]!, length: end - breakpoints[i]! }));
  const panelsPerUnit = nodesPerUnit / nodesPerPanel;
  const panels = (length: number, level: number): number => {
    return Math.ceil(length * panelsPerUnit * goldenRatio ** level) + level;
  };
  return {
    nodes: (level) => stretches.reduce((sum, { length }) => sum + nodesPerPanel * panels(length, level), 0),
    visit(level, visit) {
      for (const { start, length } of stretches) {
        const half = length / panels(length, level) / 2;
        for (let centre = 1; centre < 2 * panels(length, level); centre += 2) {
          rule.nodes.forEach((node, i) => {
            const z = start + (centre + node) * half;
            visit(z, half * rule.weights[i]! * normalDensity(z));
          });
        }
      }
    },
  };
}
