/** What is wrong with a changeset: a heading of lines `"package": patch | minor | major`, and a text below it. */
export function changesetProblems(file: string, text: string, packages: readonly string[]): string[] {
  const parts = /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(text);
  if (parts === null) return [`${file}: changeset must begin with a heading between two lines ---, got none`];
  const [, heading = "", summary = ""] = parts;
  const lines = heading.split("\n").filter((line) => line.trim() !== "");
  const problems = lines.flatMap((line) => lineProblems(file, line, packages));
  return summary.trim() === ""
    ? [...problems, `${file}: changeset must say what changed, got nothing`]
    : problems;
}

function lineProblems(file: string, line: string, packages: readonly string[]): string[] {
  const entry = /^["']?([^"']+?)["']?: (.*)$/.exec(line);
  const [name, bump] = entry === null ? [line, ""] : [entry[1] as string, entry[2] as string];
  if (!packages.includes(name))
    return [`${file}: changeset must name a package of the workspace, got ${name}`];
  return /^(patch|minor|major)$/.test(bump)
    ? []
    : [`${file}: bump of ${name} must be patch, minor or major, got ${bump}`];
}
