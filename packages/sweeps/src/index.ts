export { sweeps } from "./sweeps.ts";
