import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { report } from "./report.ts";
import { type Member, publicPackages, root } from "./workspace.ts";

interface Measured {
  readonly name: string;
  readonly passed: boolean;
  readonly size: number;
  readonly sizeLimit: number;
}

const packages = publicPackages(root);
report("size", packages.flatMap(check), `${packages.length} packages keep to their budgets`);

/** Measures a built package, minified and compressed with what it imports, against its budgets. */
function check(member: Member): string[] {
  if (!existsSync(join(member.folder, "dist/index.js"))) {
    return [`${member.path}: dist/index.js must be built before its size is checked, found none`];
  }
  const measured = measure(member);
  return "error" in measured
    ? [`${member.path}: ${measured.error}`]
    : measured.flatMap((size) => compare(member, size));
}

function compare({ path }: Member, { name, passed, size, sizeLimit }: Measured): string[] {
  const label = name === "dist/index.js" ? "everything" : name;
  console.log(`${path.padEnd(26)} ${label.padEnd(24)} ${kB(size).padStart(9)} of ${kB(sizeLimit)}`);
  return passed ? [] : [`${path}: size of ${label} must be at most ${kB(sizeLimit)}, got ${kB(size)}`];
}

/** The plugins of size-limit are found from the folder in which it runs: that is `tooling`. */
function measure(member: Member): Measured[] | { readonly error: string } {
  const options = ["--json", "--config", join(member.folder, "package.json")];
  const { stdout, stderr } = spawnSync("node_modules/.bin/size-limit", options, {
    cwd: join(root, "tooling"),
    encoding: "utf8",
  });
  try {
    return JSON.parse(stdout) as Measured[] | { readonly error: string };
  } catch {
    return { error: `size-limit must print JSON, got ${stdout}${stderr}` };
  }
}

function kB(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(2)} kB`;
}
