import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Manifest, Member } from "../workspace.ts";

/** A member as it would be published. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
  readonly manifest: Manifest;
}

/** Packs members into `folder`. */
export function packAll(packages: readonly Member[], folder: string): Tarball[] {
  return packages.map((member) => {
    const into = join(folder, member.id);
    mkdirSync(into, { recursive: true });
    const output = execFileSync("pnpm", ["pack", "--json", "--pack-destination", into], {
      cwd: member.folder,
      encoding: "utf8",
    });
    const file = join(into, tarballName(output));
    return { name: member.manifest.name as string, file, manifest: packedManifest(file) };
  });
}

/** The file that `pack --json` says it made: pnpm gives one record, npm a list of them. */
function tarballName(output: string): string {
  const packed = JSON.parse(output) as { filename: string } | [{ filename: string }];
  return basename((Array.isArray(packed) ? packed[0] : packed).filename);
}

function packedManifest(tarball: string): Manifest {
  const text = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
  return JSON.parse(text) as Manifest;
}

/** Version ranges of the packed manifest that only the workspace understands. */
export function leftOvers({ name, manifest }: Pick<Tarball, "name" | "manifest">): string[] {
  const fields = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] as const;
  return fields.flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([, range]) => /^(workspace|catalog|link|file):/.test(range))
      .map(
        ([dependency, range]) =>
          `${name}: packed ${field} of ${dependency} must be a version range, got ${range}`,
      ),
  );
}
