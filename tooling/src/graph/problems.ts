import { members } from "../workspace.ts";
import { arrowProblems } from "./arrows.ts";
import { type Graph, graphFile, readGraph, tableProblems } from "./graph.ts";
import { manifestProblems } from "./manifest.ts";
import { skeletonProblems } from "./skeleton.ts";

/** Everything in which a workspace departs from its table of arrows and from the skeleton of a package. */
export function graphProblems(workspace: string): string[] {
  const graph = readGraph(workspace);
  const table = tableProblems(graph);
  return table.length > 0 ? table : [...packageProblems(workspace, graph), ...appProblems(workspace, graph)];
}

function packageProblems(workspace: string, graph: Graph): string[] {
  return members(workspace, "packages").flatMap((member) => {
    const node = graph.packages[member.id];
    if (node === undefined) return [unknown(member.path)];
    const skeleton =
      member.manifest.private === true ? [] : skeletonProblems(workspace, member, node.node !== undefined);
    const manifest = member.manifest.private === true ? [] : manifestProblems(workspace, member);
    return [...skeleton, ...manifest, ...arrowProblems(graph, node, member)];
  });
}

function appProblems(workspace: string, graph: Graph): string[] {
  return members(workspace, "apps").flatMap((member) => {
    const node = graph.apps[member.id];
    return node === undefined ? [unknown(member.path)] : arrowProblems(graph, node, member);
  });
}

function unknown(path: string): string {
  return `${path}: folder must be listed in ${graphFile}, got an unknown one`;
}
