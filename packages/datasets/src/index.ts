export { datasets } from "./datasets.ts";
