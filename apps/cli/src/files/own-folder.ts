import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../usage-error.ts";

/**
 * Makes a folder for the files of a command: a new or empty one, or one that the same command made.
 *
 * @param folder - its path
 * @param record - the name of the JSON file by which it is known, with a field `command`
 * @param command - the name of the command
 * @throws UsageError for a folder of somebody else, which is left as it is
 */
export function ownFolder(folder: string, record: string, command: string): void {
  const names = existsSync(folder) ? namesIn(folder) : [];
  if (names.length > 0 && commandOf(join(folder, record)) !== command) {
    throw new UsageError(
      `${folder} is not empty and was not made by onsager ${command}; nothing was touched`,
    );
  }
  mkdirSync(folder, { recursive: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UsageError(`${folder} must be a folder`);
  }
}

function commandOf(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { command?: unknown }).command;
  } catch {
    return undefined;
  }
}
