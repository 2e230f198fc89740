import type { Backend } from "./backend/backend.ts";

/** An option of every function that computes: which kernels do it. */
export interface BackendOptions {
  /** Default `backend()`. */
  readonly backend?: Backend;
}
