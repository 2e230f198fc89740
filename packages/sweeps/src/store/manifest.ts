import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plan, requirePlan } from "../tasks/plan.ts";
import { identityHash } from "./identity.ts";
import { temporary, writeDurably } from "./write-durably.ts";

const format = "onsager run 1";

/** What a run directory says about its run, never changed once written. */
export interface Manifest {
  /** Hash of the plan's identity (name, export, points, replicates, seed), also part of the file's name. */
  readonly hash: string;
  /** What is run. */
  readonly plan: Plan;
}

/** Name of a manifest, with the hash of its plan's identity. */
export function manifestName(hash: string): string {
  return `manifest-${hash}.json`;
}

/** Whether a file is a manifest that was not finished. */
export function isDraftManifest(name: string): boolean {
  return name.startsWith("manifest-") && name.endsWith(temporary);
}

/** JSON with a field, and a point, a line. */
function manifestText(plan: Plan): string {
  const { points, seed, ...rest } = plan;
  const fields = { format, ...rest, seed: typeof seed === "bigint" ? String(seed) : seed };
  const head = Object.entries(fields).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const list = points.map((point) => `    ${JSON.stringify(point)}`);
  return `{\n${head.join("\n")}\n  "points": [\n${list.join(",\n")}\n  ]\n}\n`;
}

/** Writes the manifest of a plan into a run directory, durably. */
export function writeManifest(directory: string, plan: Plan): void {
  writeDurably(join(directory, manifestName(identityHash(plan))), manifestText(plan));
}

function parse(text: string): Manifest {
  const {
    format: found,
    seed,
    ...rest
  } = JSON.parse(text) as Plan & { format: unknown; seed: number | string };
  if (found !== format) throw new TypeError(`format must be ${format}, got ${String(found)}`);
  const plan = { ...rest, seed: typeof seed === "string" ? BigInt(seed) : seed };
  requirePlan("readRun", plan);
  return { plan, hash: identityHash(plan) };
}

/**
 * The manifests in a folder.
 *
 * @throws Error if one is damaged: its content is no manifest, or not the one of its name
 */
export function manifestsIn(directory: string): Manifest[] {
  const names = readdirSync(directory).filter((name) => /^manifest-.*\.json$/.test(name));
  return names.map((name) => {
    const manifest = parse(readFileSync(join(directory, name), "utf8"));
    if (manifestName(manifest.hash) === name) return manifest;
    throw new TypeError(
      `manifest must be named ${manifestName(manifest.hash)} for what it holds, got ${name}`,
    );
  });
}
