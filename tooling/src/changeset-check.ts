import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { changesetProblems } from "./changesets.ts";
import { report } from "./report.ts";
import { members, root } from "./workspace.ts";

const folder = join(root, ".changeset");
const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
const names = [...members(root, "packages"), ...members(root, "apps")].map(
  ({ manifest }) => manifest.name ?? "",
);
const problems = files.flatMap((file) =>
  changesetProblems(`.changeset/${file}`, readFileSync(join(folder, file), "utf8"), names),
);
report("changesets", problems, `${files.length} changesets name packages of the workspace`);
