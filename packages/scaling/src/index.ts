export { scaling } from "./scaling.ts";
