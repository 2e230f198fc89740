import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tarball } from "./tarballs.ts";

/** The specifiers by which a package can be imported: its name and its further entries. */
export function specifiersOf({ name, manifest }: Tarball): string[] {
  return Object.keys(manifest.exports ?? {})
    .filter((entry) => entry !== "./package.json" && !entry.includes("*"))
    .map((entry) => name + entry.slice(1));
}

/** Writes into `folder` a project that uses the tarballs as any other would: no workspace around it, npm, plain TypeScript. */
export function writeConsumer(
  folder: string,
  tarballs: readonly Tarball[],
  versions: Record<string, string>,
): void {
  const specifiers = tarballs.flatMap(specifiersOf);
  const dependencies = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]));
  const manifest = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies,
    devDependencies: versions,
  };
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write("package.json", JSON.stringify(manifest, null, 2));
  write("names.mjs", namesScript(specifiers, "await import(specifier)"));
  write("names.cjs", namesScript(specifiers, "require(specifier)"));
  write("consumer.ts", consumerSource(specifiers));
  for (const [resolution, module] of [
    ["nodenext", "nodenext"],
    ["bundler", "esnext"],
  ] as const) {
    write(`tsconfig.${resolution}.json`, JSON.stringify(consumerConfig(resolution, module), null, 2));
  }
}

function namesScript(specifiers: readonly string[], load: string): string {
  return `(async () => {
  const names = {};
  for (const specifier of ${JSON.stringify(specifiers)}) {
    names[specifier] = Object.keys(${load}).filter((name) => name !== "__esModule" && name !== "module.exports").sort();
  }
  process.stdout.write(JSON.stringify(names));
})();
`;
}

/** Names every module, so that the compiler reads all of its declarations. */
function consumerSource(specifiers: readonly string[]): string {
  const imports = specifiers.map((specifier, index) => `import * as module${index} from "${specifier}";`);
  const uses = specifiers.map((_, index) => `  Object.keys(module${index}).length,`);
  return `${imports.join("\n")}\n\nexport const counts: number[] = [\n${uses.join("\n")}\n];\n`;
}

function consumerConfig(moduleResolution: string, module: string): unknown {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    lib: ["ES2023", "DOM"],
    types: ["node"],
    module,
    moduleResolution,
  };
  return { compilerOptions, files: ["consumer.ts"] };
}
