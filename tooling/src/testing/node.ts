import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";

export interface NodeOptions {
  /** The folder from which the module's imports resolve, mostly `import.meta.dirname`. */
  readonly from: string;
  /** Major version of Node, fetched as the npm package `node`; this process's own by default. */
  readonly version?: number;
  /** The exported function to call; default `run`. */
  readonly call?: string;
  /** Its arguments, as JSON. */
  readonly args?: readonly unknown[];
  /** Flags of Node. */
  readonly flags?: readonly string[];
}

type Command = readonly [program: string, args: readonly string[]];

/** What starts a version of Node. */
function command(version: number | undefined): Command {
  return version === undefined ? [process.execPath, []] : ["npx", ["--yes", "-p", `node@${version}`, "node"]];
}

/** Whether a version of Node can be fetched. */
export function hasNode(version: number): boolean {
  const [program, args] = command(version);
  const { stdout } = spawnSync(program, [...args, "--version"], { encoding: "utf8" });
  return stdout?.startsWith(`v${version}.`) ?? false;
}

/**
 * Bundles a module and calls one of its functions in a process of its own, of any version of Node.
 *
 * @param source - TypeScript of the module; it exports the function
 * @param options - where its imports resolve, which Node, and what to call
 * @returns the function's result, passed through JSON
 * @throws Error when the module does not bundle or the process fails, with what it wrote to standard error
 */
export async function inNode<T>(source: string, options: NodeOptions): Promise<T> {
  const { from, version, call = "run", args = [], flags = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), "onsager-node-"));
  try {
    const [module, main] = [join(folder, "module.mjs"), join(folder, "main.mjs")];
    writeFileSync(module, await bundle(source, from, "node"));
    const value = `await module[${JSON.stringify(call)}](...${JSON.stringify(args)})`;
    writeFileSync(
      main,
      `import * as module from "./module.mjs";\nprocess.stdout.write(JSON.stringify(${value}));`,
    );
    const [program, before] = command(version);
    const rest = [...before, ...flags, main];
    const { status, stdout, stderr } = spawnSync(program, rest, { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(`inNode: the process must exit with 0, got ${status}\n${stderr}`);
    return JSON.parse(stdout) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
