export { type Chromium, chromiumPath, inChromium } from "./chromium.ts";
export { hasNumpy, python, pythonPath } from "./python.ts";
export { requireTool, type Tool } from "./tools.ts";
