import { rejectKind, requireOptions } from "./argument-checks.ts";
import type { Backend } from "./backend/backend.ts";
import { backend as defaultBackend } from "./backend/select.ts";

/** An option of every function that computes: which kernels do it. */
export interface BackendOptions {
  /** Default `backend()`. */
  readonly backend?: Backend;
}

/** The kernels that the options of a call ask for; refuses options that are no object, and what is no backend. */
export function backendOf(call: string, options: BackendOptions): Backend {
  requireOptions(call, options);
  const { backend = defaultBackend() } = options;
  if (typeof backend?.product !== "function")
    rejectKind(call, "backend", 'be an object such as backend("wasm")', backend);
  return backend;
}
