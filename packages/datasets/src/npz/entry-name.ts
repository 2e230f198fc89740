import type { Refuse } from "../refuse.ts";

/** The name of the array in an entry `name.npy`: a relative path without steps upwards. Anything else is refused. */
export function arrayName(entry: string, refuse: Refuse): string {
  if (!entry.endsWith(".npy")) refuse("hold entries that end in .npy", entry);
  const name = entry.slice(0, -4);
  requireSafeName(name, refuse);
  return name;
}

/** Requires a name that, taken for a path, stays inside of its folder on every system. */
export function requireSafeName(name: string, refuse: Refuse): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const strange = /[\\:\x00-\x1f\x7f]/.test(name);
  const steps = name.split("/");
  if (!strange && steps.every((step) => step !== "" && step !== "." && step !== "..")) return;
  refuse("hold names that stay inside of a folder", name);
}
