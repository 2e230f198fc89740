import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { filesBelow, type Manifest, type Member } from "../workspace.ts";
import { allowed, type Graph, type Node, scope } from "./graph.ts";
import { type Import, importsOf, packageOf } from "./imports.ts";

const runtimeFields = ["dependencies", "peerDependencies", "optionalDependencies"] as const;

/** The arrows of one member, in its manifest and in its files, that the table does not allow. */
export function arrowProblems(graph: Graph, node: Node, member: Member): string[] {
  return [...manifestArrows(graph, node, member), ...sourceArrows(node, member), ...testArrows(member)];
}

function manifestArrows(graph: Graph, node: Node, member: Member): string[] {
  const may = allowed(graph, node);
  return runtimeFields.flatMap((field) =>
    Object.entries(member.manifest[field] ?? {})
      .filter(([name]) => name.startsWith(scope))
      .flatMap(([name, range]) => {
        const where = `${member.path}/package.json: ${field}`;
        const short = name.slice(scope.length);
        if (!may.has(short)) return [`${where} must be ${listed(may)}, got ${name}`];
        return range === "workspace:^" ? [] : [`${where} of ${name} must be workspace:^, got ${range}`];
      }),
  );
}

function sourceArrows(node: Node, member: Member): string[] {
  const known = runtimeDependencies(member.manifest);
  return importsBelow(member, "src").flatMap(({ file, specifier, line }) => {
    const problem = sourceProblem(node, member, known, file, specifier);
    return problem === undefined ? [] : [`${member.path}/${file}:${line}: ${problem}`];
  });
}

function sourceProblem(
  node: Node,
  member: Member,
  known: ReadonlySet<string>,
  file: string,
  specifier: string,
): string | undefined {
  if (isBuiltin(specifier)) {
    if (node.node?.some((path) => file === path || file.startsWith(`${path}/`))) return undefined;
    return `import must not be a Node module (the package also runs in browsers), got ${specifier}`;
  }
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(file), specifier);
    return target.startsWith("src/") || target === "package.json"
      ? undefined
      : `import must stay inside src, got ${specifier}`;
  }
  if (reachesInside(specifier)) return `import must not reach inside a package, got ${specifier}`;
  if (specifier.startsWith(`${member.manifest.name}/`) || specifier === member.manifest.name) {
    return `import of the package's own files must be relative, got ${specifier}`;
  }
  return known.has(packageOf(specifier))
    ? undefined
    : `import must be of a package listed in dependencies, got ${specifier}`;
}

function testArrows(member: Member): string[] {
  return ["test", "bench"].flatMap((folder) =>
    importsBelow(member, folder).flatMap(({ file, specifier, line }) => {
      const where = `${member.path}/${file}:${line}`;
      if (reachesInside(specifier))
        return [`${where}: import must not reach inside a package, got ${specifier}`];
      if (specifier.startsWith(".") && posix.join(posix.dirname(file), specifier).startsWith("..")) {
        return [`${where}: import must stay inside the package, got ${specifier}`];
      }
      return [];
    }),
  );
}

function reachesInside(specifier: string): boolean {
  return (
    specifier.startsWith(scope) &&
    /^\/(src|dist|test)(\/|$)/.test(specifier.slice(packageOf(specifier).length))
  );
}

function runtimeDependencies(manifest: Manifest): Set<string> {
  return new Set(runtimeFields.flatMap((field) => Object.keys(manifest[field] ?? {})));
}

function importsBelow(member: Member, folder: string): (Import & { readonly file: string })[] {
  return filesBelow(join(member.folder, folder))
    .filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(member.folder, folder, file), "utf8");
      return importsOf(file, text).map((found) => ({ ...found, file: `${folder}/${file}` }));
    });
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? "empty of workspace packages" : `among ${[...names].join(", ")}`;
}
