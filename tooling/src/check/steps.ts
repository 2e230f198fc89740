/** One part of `pnpm check`: commands that run one after the other, each a program and its arguments. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly commands: readonly (readonly string[])[];
  /** Whether the step runs tests, whose counts are summed. */
  readonly tests?: true;
}

/** The command of README.md, on a machine with nothing but Node and npm. */
export const testCommand: readonly string[] = ["npx", "--yes", "pnpm@10.34.9", "test"];

export const steps: readonly Step[] = [
  { name: "lint", title: "lint and format", commands: [["pnpm", "lint"]] },
  { name: "types", title: "types", commands: [["pnpm", "types"]] },
  { name: "graph", title: "arrows and manifests", commands: [tooling("graph-check")] },
  { name: "docs", title: "doc comments", commands: [["typedoc"], tooling("docs-check")] },
  { name: "unused", title: "unused code", commands: [["knip", "--no-config-hints"]] },
  { name: "changesets", title: "changesets", commands: [tooling("changeset-check")] },
  { name: "test", title: "fast tests and their coverage", commands: [testCommand], tests: true },
  { name: "slow", title: "slow tests", commands: [["pnpm", "test:slow"]], tests: true },
  { name: "build", title: "build", commands: [["pnpm", "build"]] },
  { name: "size", title: "size budgets", commands: [["pnpm", "build"], tooling("size-check")] },
  { name: "pack", title: "tarballs outside of the workspace", commands: [tooling("pack-check")] },
];

function tooling(script: string): string[] {
  return ["tsx", `tooling/src/${script}.ts`];
}
