import { commentProblems } from "./docs/comments.ts";
import { report } from "./report.ts";
import { publicPackages, root } from "./workspace.ts";

const problems = publicPackages(root).flatMap(({ folder }) => commentProblems(root, folder));
report("docs", problems, "every exported function says what it does, takes and throws");
