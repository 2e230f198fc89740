import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesBelow, members } from "../workspace.ts";

/** A kind of member that `pnpm new` can write: a template in the package that holds the family. */
export interface Kind {
  readonly name: string;
  /** The package, as a path from the root. */
  readonly home: string;
  /** The folder of the family's members, relative to the package. */
  readonly family: string;
  /** What stands for the member in the family's list. */
  readonly entry: string;
  readonly template: string;
}

const suffix = ".ts.template";

/** The kinds whose package does not exist yet, and the package they come with. */
export const planned: Record<string, string> = {
  ensemble: "random-matrices",
  "spectral-law": "random-matrices",
  link: "hermite",
  target: "targets",
  estimator: "spectral",
  preprocessing: "spectral",
  prior: "amp",
  denoiser: "amp",
  channel: "amp",
  fit: "scaling",
  experiment: "experiments",
  command: "cli",
};

/** Every kind of the workspace: the files `templates/<kind>.ts.template` of its packages and apps. */
export function findKinds(workspace: string): Kind[] {
  return [...members(workspace, "packages"), ...members(workspace, "apps")]
    .flatMap(({ path, folder }) =>
      filesBelow(join(folder, "templates"))
        .filter((file) => file.endsWith(suffix))
        .map((file) => readKind(path, join(folder, "templates", file), basename(file, suffix))),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A template opens with lines such as `// family: src/links`, which say where its members go. */
function readKind(home: string, file: string, name: string): Kind {
  const lines = readFileSync(file, "utf8").split("\n");
  const end = lines.findIndex((line) => !/^\/\/ (family|list): /.test(line));
  const header = new Map(lines.slice(0, end).map((line) => line.slice(3).split(": ", 2) as [string, string]));
  const family = header.get("family");
  if (family === undefined) {
    throw new Error(
      `new: the template of ${name} must begin with a line "// family: src/FOLDER", got ${lines[0]}`,
    );
  }
  const template = lines.slice(end).join("\n").trimStart();
  return { name, home, family, entry: header.get("list") ?? "__name__", template };
}

/** The kind of a name, which may say its package (`hermite/link`); undefined when there is none. */
export function findKind(workspace: string, wanted: string): Kind | undefined {
  const kinds = findKinds(workspace).filter((kind) => kind.name === wanted || qualified(kind) === wanted);
  if (kinds.length > 1) {
    throw new RangeError(
      `new: kind must say its package, ${kinds.map(qualified).join(" or ")}, got ${wanted}`,
    );
  }
  return kinds[0];
}

function qualified({ home, name }: Kind): string {
  return `${basename(home)}/${name}`;
}

/** What is said about a kind that cannot be written. */
export function unknownKind(workspace: string, kind: string): string {
  const home = planned[kind];
  if (home !== undefined)
    return `new: ${kind} comes with the package ${home}, which has no template for it yet`;
  const known = ["package", ...findKinds(workspace).map(({ name }) => name)];
  return `new: kind must be ${known.join(", ")}, got ${kind}`;
}
