export { type ExitCode, exitCode } from "./exit-code.ts";
export { type Io, type ProcessLike, processIo } from "./io.ts";
export { onsager } from "./onsager.ts";
