import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import type { Kind } from "./kinds.ts";
import { fill, type Names } from "./names.ts";
import { exportMember, registerMember } from "./register.ts";

/** The files that change when a family gets a member: the member, the family's list and the package's index. */
export function memberChanges(workspace: string, kind: Kind, names: Names): Changes {
  const folder = `${kind.home}/${kind.family}`;
  const file = `${folder}/${names.kebab}.ts`;
  if (existsSync(join(workspace, file))) {
    throw new RangeError(`new: name must be new, got ${names.kebab} and ${file} exists`);
  }
  requireFree(workspace, `${kind.home}/src`, names.camel);
  const list = `${folder}/index.ts`;
  const index = `${kind.home}/src/index.ts`;
  const entry = fill(kind.entry, names);
  const registered = registerMember(list, read(workspace, list), {
    name: names.camel,
    from: `./${names.kebab}.ts`,
    entry,
  });
  const before = read(workspace, index);
  const exported = exportMember(index, before, names.camel, kind.family);
  return new Map([
    [file, fill(kind.template, names)],
    [list, registered],
    ...(exported === before ? [] : [[index, exported] as const]),
  ]);
}

/** Requires a name that no file of the package exports: the index exports all of a family's members. */
function requireFree(workspace: string, source: string, name: string): void {
  const declaration = new RegExp(`^export (const|function|interface|type) ${name}\\b`, "m");
  const taken = filesBelow(join(workspace, source)).find((file) =>
    declaration.test(read(workspace, `${source}/${file}`)),
  );
  if (taken !== undefined)
    throw new RangeError(`new: name must be new, got ${name}, which ${source}/${taken} exports`);
}

function read(workspace: string, file: string): string {
  const path = join(workspace, file);
  if (!existsSync(path)) throw new Error(`new: the family's index must exist, found no ${file}`);
  return readFileSync(path, "utf8");
}
