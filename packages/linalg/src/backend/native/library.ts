import { type Koffi, loadKoffi, type NativeFunction, type NativeLibrary, nodeProcess } from "./koffi.ts";

/** The functions of an OpenBLAS with 32-bit integers; a library built without LAPACK lacks those that may be undefined. */
export interface OpenBlas {
  /** Version, processor and threads. */
  readonly detail: string;
  readonly dgemm: NativeFunction;
  readonly sgemm: NativeFunction;
  readonly dsyrk: NativeFunction;
  readonly ssyrk: NativeFunction;
  readonly dgemv: NativeFunction;
  readonly dsymv: NativeFunction;
  readonly dpotrf: NativeFunction | undefined;
  readonly dsytrd: NativeFunction | undefined;
  readonly dsyevd: NativeFunction | undefined;
  readonly dgesdd: NativeFunction | undefined;
  readonly dgeqrf: NativeFunction | undefined;
  readonly dorgqr: NativeFunction | undefined;
}

/** Names under which systems have it, all tried in this order. */
const NAMES = [
  "libopenblas.so.0",
  "libopenblas.so",
  "libopenblas.dylib",
  "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
  "openblas.dll",
  "libopenblas.dll",
] as const;

const gemm = (real: string): string[] =>
  `int int int int int int ${real} void* int void* int ${real} void* int`.split(" ");
const syrk = (real: string): string[] => `int int int int int ${real} void* int ${real} void* int`.split(" ");
const GEMV = "int int int int double void* int void* int double void* int".split(" ");
const SYMV = "int int int double void* int void* int double void* int".split(" ");

/** Numbers of arguments of LAPACK's routines, all of them pointers. */
const LAPACK = { dpotrf: 5, dsytrd: 10, dsyevd: 11, dgesdd: 14, dgeqrf: 8, dorgqr: 9 } as const;

function firstLibrary(koffi: Koffi, paths: readonly string[]): NativeLibrary | undefined {
  for (const path of paths) {
    try {
      return koffi.load(path);
    } catch {
      // The next name.
    }
  }
  return undefined;
}

function lapack(library: NativeLibrary, name: keyof typeof LAPACK): NativeFunction | undefined {
  try {
    return library.func(`${name}_`, "void", Array(LAPACK[name]).fill("void*"));
  } catch {
    return undefined;
  }
}

/** Threads of one call: `ONSAGER_THREADS`, by default one, so that workers do not crowd each other. */
function threads(wanted: string | undefined): number {
  const count = Number(wanted ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
}

/**
 * The machine's OpenBLAS through koffi, or undefined if this is not Node or one of the two is missing. `ONSAGER_OPENBLAS` names
 * the library's file; otherwise the system's names are tried. Sets OpenBLAS's number of threads, for the whole process.
 *
 * @throws Error when the library lacks a function of BLAS
 */
export function loadOpenBlas(): OpenBlas | undefined {
  const process = nodeProcess();
  const koffi = process && loadKoffi(process);
  if (process === undefined || koffi === undefined) return undefined;
  const { ONSAGER_OPENBLAS: path, ONSAGER_THREADS: wanted } = process.env;
  const library = firstLibrary(koffi, path ? [path] : NAMES);
  if (library === undefined) return undefined;
  const config = String(library.func("openblas_get_config", "str", [])());
  // With 64-bit integers every call below would be read wrongly.
  if (config.includes("USE64BITINT")) return undefined;
  const count = threads(wanted);
  library.func("openblas_set_num_threads", "void", ["int"])(count);
  return declare(library, config, count);
}

/** The functions of a library whose threads have been set. */
function declare(library: NativeLibrary, config: string, count: number): OpenBlas {
  const core = String(library.func("openblas_get_corename", "str", [])());
  const version = /OpenBLAS [\d.]+/.exec(config)?.[0] ?? "OpenBLAS";
  const blas = (name: string, args: readonly string[]): NativeFunction => library.func(name, "void", args);
  return {
    detail: `${version} ${core}, ${count} ${count === 1 ? "thread" : "threads"}`,
    dgemm: blas("cblas_dgemm", gemm("double")),
    sgemm: blas("cblas_sgemm", gemm("float")),
    dsyrk: blas("cblas_dsyrk", syrk("double")),
    ssyrk: blas("cblas_ssyrk", syrk("float")),
    dgemv: blas("cblas_dgemv", GEMV),
    dsymv: blas("cblas_dsymv", SYMV),
    dpotrf: lapack(library, "dpotrf"),
    dsytrd: lapack(library, "dsytrd"),
    dsyevd: lapack(library, "dsyevd"),
    dgesdd: lapack(library, "dgesdd"),
    dgeqrf: lapack(library, "dgeqrf"),
    dorgqr: lapack(library, "dorgqr"),
  };
}
