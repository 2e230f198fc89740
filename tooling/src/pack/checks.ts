import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Tarball } from "./tarballs.ts";
import { leftOvers } from "./tarballs.ts";

/** What a tarball shows by itself: ranges of the workspace, publint's and attw's rules. */
export async function tarballProblems(workspace: string, tarball: Tarball): Promise<string[]> {
  return [...leftOvers(tarball), ...(await publintProblems(tarball)), ...attwProblems(workspace, tarball)];
}

async function publintProblems({ name, file, manifest }: Tarball): Promise<string[]> {
  const data = readFileSync(file);
  const tarball = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
  const { messages } = await publint({ pack: { tarball }, strict: true });
  return messages
    .filter(({ type }) => type !== "suggestion")
    .map(
      (message) => `${name}: publint: ${formatMessage(message, manifest, { color: false }) ?? message.code}`,
    );
}

function attwProblems(workspace: string, { name, file }: Tarball): string[] {
  const attw = join(workspace, "tooling/node_modules/.bin/attw");
  const { status, output } = execute(
    attw,
    ["--profile", "esm-only", "--no-emoji", "--no-color", file],
    workspace,
  );
  return status === 0 ? [] : [`${name}: attw: ${output}`];
}

/** What the installed tarballs do outside of the workspace: import, require, types, commands. */
export function installedProblems(folder: string, tarballs: readonly Tarball[]): string[] {
  return [
    ...loadProblems(folder),
    ...["nodenext", "bundler"].flatMap((resolution) => typeProblems(folder, resolution)),
    ...tarballs.flatMap((tarball) => commandProblems(folder, tarball)),
  ];
}

function loadProblems(folder: string): string[] {
  const imported = execute(process.execPath, ["names.mjs"], folder);
  const required = execute(process.execPath, ["names.cjs"], folder);
  if (imported.status !== 0) return [`import of the tarballs must work, got ${imported.output}`];
  if (required.status !== 0) return [`require of the tarballs must work, got ${required.output}`];
  return nameProblems(names(imported.stdout), names(required.stdout));
}

/** Export names by specifier, as `import` and as `require` give them: the same, and some. */
export function nameProblems(
  imported: Record<string, string[]>,
  required: Record<string, string[]>,
): string[] {
  return Object.entries(imported).flatMap(([specifier, list]) => {
    if (list.length === 0) return [`${specifier}: import must give exports, got none`];
    const other = required[specifier] ?? [];
    return String(list) === String(other)
      ? []
      : [`${specifier}: import and require must give the same exports, got ${list} and ${other}`];
  });
}

function typeProblems(folder: string, resolution: string): string[] {
  const tsc = join(folder, "node_modules/.bin/tsc");
  const { status, output } = execute(tsc, ["-p", `tsconfig.${resolution}.json`], folder);
  return status === 0 ? [] : [`types under ${resolution} must check, got ${output}`];
}

function commandProblems(folder: string, { name, manifest }: Tarball): string[] {
  const { bin = {} } = manifest;
  const commands = typeof bin === "string" ? [name.split("/").at(-1) as string] : Object.keys(bin);
  return commands.flatMap((command) => {
    const { status, output } = execute(join(folder, "node_modules/.bin", command), ["--help"], folder);
    return status === 0 ? [] : [`${name}: ${command} --help must exit with 0, got ${status} and ${output}`];
  });
}

function execute(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  const output = [stdout, stderr, error?.message].filter(Boolean).join("\n").trim();
  return { status, stdout, output };
}

function names(json: string): Record<string, string[]> {
  return JSON.parse(json) as Record<string, string[]>;
}
