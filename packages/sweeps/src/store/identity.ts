import { createHash } from "node:crypto";
import type { Plan } from "../tasks/plan.ts";
import { pointText } from "../tasks/task.ts";

/** Hash of what makes a plan the one it is: name, export, points in any order, replicates, seed. Sixteen hexadecimal digits. */
export function identityHash({ name, export: source, points, replicates, seed }: Plan): string {
  const identity = [name, source, points.map(pointText).sort(), replicates, String(seed)];
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 16);
}
