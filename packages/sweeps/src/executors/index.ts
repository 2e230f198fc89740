export { inline } from "./inline.ts";
export { type WorkersOptions, workers } from "./workers.ts";
