import { renderAsync } from "@resvg/resvg-js";
import { reject, rejectKind } from "../argument-checks.ts";

/** How `toPng` renders. */
export interface PngOptions {
  /** Pixels for each unit of the drawing, from 0.1 to 10; default 2. */
  readonly scale?: number;
}

/**
 * Renders a drawing of `drawFigure` as a PNG image: the same bytes for the same drawing.
 *
 * @param svg - an SVG document
 * @param options - the resolution
 * @returns the bytes of the file
 * @throws TypeError when `svg` is not an SVG document
 * @throws RangeError when the scale is out of its range
 */
export async function toPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const { scale = 2 } = options;
  if (typeof svg !== "string" || !svg.startsWith("<svg"))
    rejectKind("toPng", "svg", "be an SVG document", svg);
  if (!(scale >= 0.1 && scale <= 10)) reject("toPng", "scale", "be from 0.1 to 10", scale);
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false },
    textRendering: 2,
  });
  return Uint8Array.from(image.asPng());
}
