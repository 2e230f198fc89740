import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { members } from "../workspace.ts";

/** A folder inside the workspace from which every package and app of it can be imported by name. */
export interface Bench {
  readonly folder: string;
  remove(): void;
}

export function makeBench(workspace: string): Bench {
  const cache = join(workspace, ".cache");
  mkdirSync(cache, { recursive: true });
  removeStale(cache);
  const folder = mkdtempSync(join(cache, "examples-"));
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@onsager"), { recursive: true });
  for (const member of [...members(workspace, "packages"), ...members(workspace, "apps")]) {
    symlinkSync(member.folder, join(modules, member.manifest.name ?? member.id));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A run that was killed leaves its folder behind. */
function removeStale(cache: string): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache).filter((name) => name.startsWith("examples-"))) {
    const stat = statSync(join(cache, name), { throwIfNoEntry: false });
    if (stat !== undefined && stat.mtimeMs < anHourAgo)
      rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** Writes an example and gives back its path. */
export function place(bench: Bench, name: string, code: string): string {
  const file = join(bench.folder, name);
  // An import or export makes a module of it, where top-level await and own names are allowed.
  writeFileSync(file, `${code}\nexport {};\n`);
  return file;
}

/** Runs an example on the sources of the packages and gives back what it printed. */
export async function runExample(workspace: string, file: string): Promise<string> {
  const options = ["--conditions=@onsager/source", "--import=tsx", file];
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: workspace });
  return stdout;
}
