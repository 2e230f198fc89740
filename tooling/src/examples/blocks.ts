/** A fenced block of a Markdown page. */
export interface Block {
  /** The line of the page on which the code begins, from 1. */
  readonly line: number;
  readonly language: string;
  /** What follows the language, such as `no-run`. */
  readonly flags: readonly string[];
  readonly code: string;
}

/** The fenced blocks of a Markdown page. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = /^```(\S+)(.*)$/.exec(lines[at] as string);
    if (opening === null) continue;
    const end = lines.indexOf("```", at + 1);
    const code = lines.slice(at + 1, end === -1 ? undefined : end).join("\n");
    const flags = (opening[2] as string).split(" ").filter((flag) => flag !== "");
    blocks.push({ line: at + 2, language: opening[1] as string, flags, code });
    if (end === -1) break;
    at = end;
  }
  return blocks;
}

/** The blocks of a page that its test runs: TypeScript that is not marked `no-run`. */
export function runnableBlocks(markdown: string): Block[] {
  return blocksOf(markdown).filter(({ language, flags }) => language === "ts" && !flags.includes("no-run"));
}
