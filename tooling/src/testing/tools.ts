import { chromiumPath } from "./chromium.ts";
import { hasNode } from "./node.ts";
import { hasNumpy } from "./python.ts";

export type Tool = "chromium" | "node 22" | "node 24" | "numpy";

const present: Record<Tool, () => boolean> = {
  chromium: () => chromiumPath() !== undefined,
  "node 22": () => hasNode(22),
  "node 24": () => hasNode(24),
  numpy: hasNumpy,
};

/**
 * Whether a tool that a test needs is on this machine, for `test.runIf(requireTool("numpy"))`: a test that
 * lacks its tool is reported as skipped.
 *
 * @param tool - what the test needs
 * @throws Error under continuous integration (`CI` is set), where a lacking tool is a failure
 */
export function requireTool(tool: Tool): boolean {
  const found = present[tool]();
  if (!found && isContinuousIntegration()) {
    throw new Error(`requireTool: ${tool} must be installed where CI is set, found none`);
  }
  return found;
}

function isContinuousIntegration(): boolean {
  const value = process.env.CI ?? "";
  return value !== "" && value !== "0" && value !== "false";
}
