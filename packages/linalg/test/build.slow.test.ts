import { execSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const own = join(import.meta.dirname, "..");
const root = join(own, "..", "..");
const workspace = mkdtempSync(join(tmpdir(), "onsager-build-"));
const copy = join(workspace, "packages", "linalg");
const generated = join(copy, "src", "backend", "wasm", "kernels.generated.ts");

/** Runs the package's own build in the copy, which the workspace's tools are linked beside. */
function build(): string {
  const manifest = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as {
    scripts: { build: string };
  };
  const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  execSync(manifest.scripts.build, { cwd: copy, env: { ...process.env, PATH }, stdio: "pipe" });
  return readFileSync(join(copy, "dist", "index.js"), "utf8");
}

/** The plain and the relaxed build. */
function kernels(text: string): string[] {
  return Array.from(text.matchAll(/: string = "(.+)"/g), ([, base64]) => base64!);
}

beforeAll(() => {
  const made = ["node_modules", "dist"];
  cpSync(own, copy, { recursive: true, filter: (path) => !made.includes(basename(path)) });
  for (const name of ["node_modules", "tooling"]) symlinkSync(join(root, name), join(workspace, name));
  symlinkSync(join(own, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

test("the build makes the kernels of sources that have changed, and embeds them", () => {
  const before = readFileSync(generated, "utf8");
  appendFileSync(join(copy, "assembly", "index.ts"), "\nexport function answer(): f64 {\n  return 42;\n}\n");
  const dist = build();
  const after = readFileSync(generated, "utf8");
  expect(kernels(after)).not.toEqual(kernels(before));
  for (const base64 of kernels(after)) expect(dist).toContain(base64);
});
