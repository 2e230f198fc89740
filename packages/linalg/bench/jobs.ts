import { join } from "node:path";
import { backends } from "./contestants.ts";
import { decompositionJobs } from "./jobs/decompositions.ts";
import { mapJobs } from "./jobs/maps.ts";
import { messagePassingJobs } from "./jobs/message-passing.ts";
import { normalsJobs } from "./jobs/normals.ts";
import { productJobs } from "./jobs/products.ts";
import { streamedJobs } from "./jobs/streamed.ts";
import { tensorJobs } from "./jobs/tensors.ts";
import { peerVersions } from "./peers.ts";

/** All jobs of `pnpm bench`; one is added by listing it in a file of jobs/ and giving jobs.py its function. */
export const jobs = [
  ...productJobs,
  ...decompositionJobs,
  ...normalsJobs,
  ...mapJobs,
  ...tensorJobs,
  ...messagePassingJobs,
  ...streamedJobs,
];

export const pythonScript: string = join(import.meta.dirname, "jobs.py");

export const ours: readonly string[] = backends.map(([label]) => label);

export const missing: readonly string[] = backends
  .filter(([, backend]) => backend === undefined)
  .map(([label]) => `${label} (this machine cannot have it)`);

export const versions: Readonly<Record<string, string>> = {
  ...peerVersions(),
  ...Object.fromEntries(backends.map(([label, backend]) => [label, backend?.detail ?? "missing"])),
};
