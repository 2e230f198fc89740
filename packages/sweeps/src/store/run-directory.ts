import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plan } from "../tasks/plan.ts";
import { arraysFolder } from "./arrays.ts";
import { identityHash } from "./identity.ts";
import { isDraftManifest, type Manifest, manifestName, manifestsIn, writeManifest } from "./manifest.ts";
import { planDifferences } from "./plan-differences.ts";
import { segmentsFolder } from "./segments.ts";
import { syncFolder } from "./write-durably.ts";

/** Why a directory was not used, the `cause` of the error that says so. */
export interface Refusal {
  /** Whether it holds no run of ours, or the run of another plan. */
  readonly kind: "foreign" | "changed";
  /** What differs between the plan of the directory and the one given, one line each. */
  readonly differences: readonly string[];
}

function refuse(call: string, directory: string, refusal: Refusal, rule: string, got: string): never {
  throw new TypeError(`${call}: directory must ${rule}, got ${directory}${got}`, { cause: refusal });
}

function refuseForeign(call: string, directory: string, got: string): never {
  return refuse(
    call,
    directory,
    { kind: "foreign", differences: [] },
    "be new, empty or a run directory",
    got,
  );
}

function namesIn(call: string, directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => !isDraftManifest(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") refuseForeign(call, directory, ", a file");
    throw error;
  }
}

/** The manifest of a run directory; undefined if the directory is not there or empty. Throws if it is anything else. */
export function findManifest(call: string, directory: string): Manifest | undefined {
  if (!existsSync(directory)) return undefined;
  const names = namesIn(call, directory);
  if (names.length === 0) return undefined;
  let manifests: readonly Manifest[];
  try {
    manifests = manifestsIn(directory);
  } catch (error) {
    return refuseForeign(call, directory, `, whose manifest is damaged: ${(error as Error).message}`);
  }
  if (manifests.length > 1) refuseForeign(call, directory, `, which has ${manifests.length} manifests`);
  return manifests[0] ?? refuseForeign(call, directory, `, which has ${names.length} files and no manifest`);
}

/** Moves a directory to the first free name of `<directory>.previous-1`, ... */
function moveAside(directory: string): void {
  let number = 1;
  while (existsSync(`${directory}.previous-${number}`)) number++;
  renameSync(directory, `${directory}.previous-${number}`);
}

function requireSame(directory: string, found: Manifest, plan: Plan): void {
  if (found.hash === identityHash(plan)) return;
  const differences = planDifferences(found.plan, plan);
  const rule = "hold no run of another plan (start anew beside it, or choose another directory)";
  const got = `, which differs (directory -> plan):\n  ${differences.join("\n  ")}`;
  refuse("runPlan", directory, { kind: "changed", differences }, rule, got);
}

/** Two processes may have begun different runs in one empty directory at the same moment: then neither keeps it. */
function requireAlone(directory: string, hash: string): void {
  if (manifestsIn(directory).length === 1) return;
  rmSync(join(directory, manifestName(hash)));
  refuseForeign("runPlan", directory, ", in which another run began at this moment");
}

function create(directory: string, plan: Plan): void {
  mkdirSync(directory, { recursive: true });
  writeManifest(directory, plan);
  requireAlone(directory, identityHash(plan));
  syncFolder(dirname(directory));
}

/**
 * Makes a directory the run directory of a plan, or finds that it is.
 *
 * @param fresh - whether a run that is there is moved aside
 * @throws TypeError with a `Refusal` as its cause, and touches nothing, if the directory holds anything else
 */
export function openRunDirectory(directory: string, plan: Plan, fresh: boolean): void {
  let found = findManifest("runPlan", directory);
  if (found !== undefined && fresh) {
    moveAside(directory);
    found = undefined;
  }
  if (found === undefined) create(directory, plan);
  else requireSame(directory, found, plan);
  for (const folder of [segmentsFolder, arraysFolder])
    mkdirSync(join(directory, folder), { recursive: true });
}
