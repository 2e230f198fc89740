import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Copies the files of a workspace that git tracks or does not ignore, as a repository of its own, and installs it. */
export function copyWorkspace(from: string, to: string): void {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", list, { cwd: from, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files) {
    if (!existsSync(join(from, file))) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
  execFileSync("git", ["init", "--quiet"], { cwd: to });
  execFileSync("pnpm", ["install", "--prefer-offline"], { cwd: to, stdio: ["ignore", "ignore", "inherit"] });
}
