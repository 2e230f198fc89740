import { graphProblems } from "./graph/problems.ts";
import { report } from "./report.ts";
import { members, root } from "./workspace.ts";

const count = members(root, "packages").length + members(root, "apps").length;
report(
  "graph",
  graphProblems(root),
  `${count} packages and apps keep to the table of arrows and to the template`,
);
