import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package may depend on: package names, or `tier N` for all packages of a tier. */
export interface Node {
  readonly tier?: number;
  readonly mayUse: readonly string[];
  /** The files and folders, relative to the package, that may import Node's own modules. */
  readonly node?: readonly string[];
}

/** The arrows that are allowed between the packages of the workspace: `tooling/graph.json`. */
export interface Graph {
  readonly packages: Record<string, Node>;
  readonly apps: Record<string, Node>;
}

export const scope = "@onsager/";

export const graphFile = "tooling/graph.json";

export function readGraph(workspace: string): Graph {
  return JSON.parse(readFileSync(join(workspace, graphFile), "utf8")) as Graph;
}

/** The short names of the packages that a node may depend on. */
export function allowed(graph: Graph, node: Node): Set<string> {
  const names = Object.entries(graph.packages)
    .filter(([name, { tier }]) => node.mayUse.includes(name) || node.mayUse.includes(`tier ${tier}`))
    .map(([name]) => name);
  return new Set(names);
}

/** What is wrong with the table itself: an arrow to an unknown package, or a cycle. */
export function tableProblems(graph: Graph): string[] {
  const unknown = Object.entries({ ...graph.packages, ...graph.apps }).flatMap(([name, node]) =>
    node.mayUse
      .filter((use) => !/^tier \d$/.test(use) && !(use in graph.packages))
      .map((use) => `${graphFile}: mayUse of ${name} must name a package or a tier, got ${use}`),
  );
  const circular = Object.keys(graph.packages)
    .filter((name) => reaches(graph, name, name, new Set()))
    .map((name) => `${graphFile}: arrows must not form a cycle, got one through ${name}`);
  return [...unknown, ...circular];
}

function reaches(graph: Graph, from: string, to: string, seen: Set<string>): boolean {
  for (const next of allowed(graph, graph.packages[from] as Node)) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(graph, next, to, seen)) return true;
  }
  return false;
}
