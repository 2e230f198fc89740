export { serveTrials } from "./executors/serve-trials.ts";
