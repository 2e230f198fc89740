import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { graphFile, type Node, readGraph } from "../graph/graph.ts";
import { filesBelow } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import { fill, type Names } from "./names.ts";

const templates = "tooling/templates/package";

export interface PackageOptions {
  readonly description: string;
  readonly tier: number;
}

/** The files that change when the workspace gets a package: its skeleton and its line in the table of arrows. */
export function packageChanges(
  workspace: string,
  names: Names,
  { description, tier }: PackageOptions,
): Changes {
  const home = `packages/${names.kebab}`;
  if (existsSync(join(workspace, home)))
    throw new RangeError(`new: name must be new, got ${names.kebab} and ${home} exists`);
  if (!(tier >= 0 && tier <= 3 && Number.isInteger(tier))) {
    throw new RangeError(`new: tier must be 0, 1, 2 or 3, got ${tier}`);
  }
  if (description === "" || description.endsWith(".") || /["\n\\]/.test(description)) {
    throw new RangeError(
      `new: description must be one sentence without quotes and full stop, got ${JSON.stringify(description)}`,
    );
  }
  const skeleton = filesBelow(join(workspace, templates)).map((file): [string, string] => {
    const text = readFileSync(join(workspace, templates, file), "utf8");
    return [`${home}/${fill(file.replace(/\.template$/, ""), names)}`, fill(text, names, description)];
  });
  return new Map([...skeleton, [graphFile, withPackage(workspace, names.kebab, tier)]]);
}

/** A package that the table names already keeps its arrows; a new one may use the tiers below its own. */
function withPackage(workspace: string, name: string, tier: number): string {
  const graph = readGraph(workspace);
  const below = Array.from({ length: tier }, (_, index) => `tier ${index}`);
  const node: Node = graph.packages[name] ?? { tier, mayUse: below };
  const packages = { ...graph.packages, [name]: node };
  return `{ "packages": ${oneLineEach(packages)}, "apps": ${oneLineEach(graph.apps)} }`;
}

function oneLineEach(nodes: Record<string, Node>): string {
  const lines = Object.entries(nodes).map(([name, node]) => `"${name}": ${JSON.stringify(node)}`);
  return `{\n${lines.join(",\n")}\n}`;
}
