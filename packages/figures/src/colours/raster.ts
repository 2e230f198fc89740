import { element } from "../svg/element.ts";
import { base64 } from "./base64.ts";
import { encodePng } from "./png.ts";

/** Where an image lies in the drawing. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An image element of the colours that `pick` gives to each of `rows x cols` pixels, counted from the top left.
 *
 * The image has far more pixels than a heat map has cells, so that viewers that smooth images blur nothing.
 */
export function raster(
  area: Area,
  rows: number,
  cols: number,
  palette: readonly string[],
  pick: (row: number, col: number) => number,
): string {
  const indices = new Uint8Array(rows * cols);
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) indices[row * cols + col] = pick(row, col);
  const data = base64(encodePng(rows, cols, indices, palette));
  return element("image", {
    ...area,
    preserveAspectRatio: "none",
    "xlink:href": `data:image/png;base64,${data}`,
  });
}
