import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Ends of the names under which files are written before they are whole. */
export const temporary = ".tmp";

/** Brings the names in a folder to the disk; systems on which a folder cannot be opened do so by themselves. */
export function syncFolder(folder: string): void {
  let file: number;
  try {
    file = openSync(folder, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeWhole(path: string, bytes: Uint8Array | string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file so that under its name there is the whole of it or nothing, at any moment: another name, fsync, rename.
 *
 * @throws Error of the system; then nothing is left behind
 */
export function writeDurably(path: string, bytes: Uint8Array | string): void {
  const draft = `${path}.${randomBytes(4).toString("hex")}${temporary}`;
  try {
    writeWhole(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}
