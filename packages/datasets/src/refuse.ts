import { reject, rejectKind } from "./argument-checks.ts";

/** Throws `call: file must rule, got value` for a file whose content is not what it should be. */
export type Refuse = (rule: string, value: unknown) => never;

const longest = 80;

/** The refusal of one reader, or of one part of its file. Text from the file is cut at 80 characters. */
export function refusal(call: string, argument: string): Refuse {
  return (rule, value) => {
    const text = typeof value === "string" && value.length > longest;
    reject(call, argument, rule, text ? `${value.slice(0, longest)}...` : value);
  };
}

/** Runs a part of another library on content of a file: what it throws becomes a refusal. */
export function refusing<T>(refuse: Refuse, rule: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    return refuse(rule, error instanceof Error ? error.message : String(error));
  }
}

/** The bytes as a plain Uint8Array (a Buffer of Node slices without a copy), or a TypeError. */
export function requireBytes(call: string, bytes: Uint8Array): Uint8Array {
  if (!(bytes instanceof Uint8Array)) rejectKind(call, "bytes", "be a Uint8Array", bytes);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
