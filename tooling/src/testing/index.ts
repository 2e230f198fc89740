export { type Chromium, chromiumPath, inChromium } from "./chromium.ts";
export { hasNode, inNode, type NodeOptions } from "./node.ts";
export { hasNumpy, python, pythonPath } from "./python.ts";
export { requireTool, type Tool } from "./tools.ts";
