import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Changes } from "./changes.ts";

/** The changes as the formatter would have them, imports sorted. */
export function formatted(workspace: string, changes: Changes): Changes {
  return new Map(
    [...changes].map(([path, text]) => [
      path,
      /\.(ts|json)$/.test(path) ? format(workspace, path, text) : text,
    ]),
  );
}

function format(workspace: string, path: string, text: string): string {
  const biome = join(workspace, "node_modules/.bin/biome");
  const options = ["check", "--write", `--stdin-file-path=${path}`];
  return execFileSync(biome, options, {
    cwd: workspace,
    input: text,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });
}
