import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedProblems, tarballProblems } from "./pack/checks.ts";
import { writeConsumer } from "./pack/consumer.ts";
import { packAll } from "./pack/tarballs.ts";
import { report } from "./report.ts";
import { publicMembers, root } from "./workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "onsager-pack-"));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const members = publicMembers(root);
report(
  "pack",
  await packProblems().catch((error: Error) => [error.message]),
  `${members.length} tarballs install, load and type-check outside of the workspace`,
);

async function packProblems(): Promise<string[]> {
  execFileSync("pnpm", ["run", "build"], { cwd: root, stdio: "inherit" });
  const tarballs = packAll(members, folder);
  const problems: string[] = [];
  for (const tarball of tarballs) problems.push(...(await tarballProblems(root, tarball)));
  if (problems.length > 0) return problems;
  const consumer = join(folder, "consumer");
  writeConsumer(consumer, tarballs, toolVersions());
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: consumer,
    stdio: "inherit",
  });
  return installedProblems(consumer, tarballs);
}

/** The consumer's compiler is the workspace's. */
function toolVersions(): Record<string, string> {
  const names = ["typescript", "@types/node"];
  return Object.fromEntries(
    names.map((name) => {
      const file = join(root, "node_modules", name, "package.json");
      return [name, (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version];
    }),
  );
}
