import { reject } from "../argument-checks.ts";
import type { Backend } from "./backend.ts";
import { nativeBackend } from "./native/index.ts";
import { referenceBackend } from "./reference/index.ts";
import { passesSelfTest } from "./self-test.ts";
import { wasmBackend } from "./wasm/index.ts";

/** Name of a backend. */
export type BackendName = Backend["name"];

/** How each backend is made, in order of preference; `undefined` or an exception where the machine cannot have it. */
const makers: Readonly<Record<BackendName, () => Backend | undefined>> = {
  native: nativeBackend,
  wasm: () => wasmBackend(),
  reference: () => referenceBackend,
};

const names = Object.keys(makers) as BackendName[];
const made = new Map<BackendName, Backend | undefined>();

function tryMake(name: BackendName): Backend | undefined {
  try {
    const backend = makers[name]();
    return backend !== undefined && passesSelfTest(backend) ? backend : undefined;
  } catch {
    return undefined;
  }
}

function available(name: BackendName): Backend | undefined {
  if (!made.has(name)) made.set(name, tryMake(name));
  return made.get(name);
}

/** What the environment asks for: `ONSAGER_BACKEND`, where there is an environment. */
function environmentName(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.ONSAGER_BACKEND || undefined;
}

/**
 * The backend that the functions of this package use unless their option `backend` says otherwise: the environment variable
 * `ONSAGER_BACKEND`, else the first that this machine has of `native`, `wasm`, `reference`. Made at first use and kept.
 *
 * @param name - asks for one of them; what the machine lacks is refused
 * @returns the backend; its `name` and `detail` belong into every record of results
 * @throws TypeError if `name` or the environment variable is none of the three; Error if this machine cannot have it
 */
export function backend(name: string | undefined = environmentName()): Backend {
  if (name === undefined)
    return names.map(available).find((found) => found !== undefined) ?? referenceBackend;
  if (!names.includes(name as BackendName)) reject("backend", "name", `be one of ${names.join(", ")}`, name);
  const chosen = available(name as BackendName);
  if (chosen === undefined)
    throw new Error(`backend: name must be one that this machine can have, got "${name}"`);
  return chosen;
}
