import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files to write: the path from the root and the whole new text. */
export type Changes = ReadonlyMap<string, string>;

/** Writes all changes and runs `then`; when anything throws, the workspace is as before. */
export function commit(workspace: string, changes: Changes, then: () => void = () => {}): void {
  const undo: (() => void)[] = [];
  try {
    for (const [path, text] of changes) {
      undo.push(write(join(workspace, path), text));
    }
    then();
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

function write(file: string, text: string): () => void {
  const before = existsSync(file) ? readFileSync(file) : undefined;
  const made = before === undefined ? mkdirSync(dirname(file), { recursive: true }) : undefined;
  writeFileSync(file, text);
  if (before !== undefined) return () => writeFileSync(file, before);
  return () => rmSync(made ?? file, { recursive: true, force: true });
}
