export { toPdf } from "./node/to-pdf.ts";
export { type PngOptions, toPng } from "./node/to-png.ts";
