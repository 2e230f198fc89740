/** A function of a native library; typed arrays are passed as pointers to their own memory, nothing is copied. */
export type NativeFunction = (...args: unknown[]) => unknown;

/** A loaded library: `func` declares one of its functions by name, result and arguments, and throws when it has none. */
export interface NativeLibrary {
  func(name: string, result: string, args: readonly string[]): NativeFunction;
}

/** What is used of the npm package koffi, which calls C from Node. */
export interface Koffi {
  load(path: string): NativeLibrary;
}

interface ModuleLoader {
  createRequire(from: string): (name: string) => unknown;
}

/** What is used of Node's `process`, which browsers lack. */
export interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  getBuiltinModule?(name: string): unknown;
}

/** Node's `process`, or undefined elsewhere. */
export function nodeProcess(): NodeProcess | undefined {
  const { process } = globalThis as { process?: Partial<NodeProcess> };
  return process?.env === undefined || process.cwd === undefined ? undefined : (process as NodeProcess);
}

function requireFrom(modules: ModuleLoader, from: string): Koffi | undefined {
  try {
    return modules.createRequire(from)("koffi") as Koffi;
  } catch {
    return undefined;
  }
}

/**
 * koffi as installed beside this package or in the working folder, or undefined. It is asked for at run time and through
 * `process`, so that no bundler and no browser ever sees an import of it or of Node's modules.
 */
export function loadKoffi(process: NodeProcess): Koffi | undefined {
  const modules = process.getBuiltinModule?.("node:module") as ModuleLoader | undefined;
  if (modules === undefined) return undefined;
  return requireFrom(modules, import.meta.url) ?? requireFrom(modules, `${process.cwd()}/`);
}
