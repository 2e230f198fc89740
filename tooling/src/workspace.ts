import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of this workspace, without a trailing separator. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly bin?: string | Record<string, string>;
  readonly exports?: Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** One folder of `packages/` or `apps/`: `id` is the folder's name, `path` is relative to the root. */
export interface Member {
  readonly id: string;
  readonly path: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The members under `packages` or `apps` of a workspace, sorted by name. */
export function members(workspace: string, group: "packages" | "apps"): Member[] {
  return subfolders(join(workspace, group)).map((id) => {
    const folder = join(workspace, group, id);
    return { id, path: `${group}/${id}`, folder, manifest: readManifest(folder) };
  });
}

/** The packages that are published. */
export function publicPackages(workspace: string): Member[] {
  return members(workspace, "packages").filter((member) => member.manifest.private !== true);
}

/** The packages and apps that are published. */
export function publicMembers(workspace: string): Member[] {
  return [...members(workspace, "packages"), ...members(workspace, "apps")].filter(
    ({ manifest }) => manifest.private !== true,
  );
}

/** The files below a folder as paths relative to it with forward slashes, sorted; `node_modules` and `dist` are left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readManifest(folder: string): Manifest {
  const file = join(folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : {};
}
