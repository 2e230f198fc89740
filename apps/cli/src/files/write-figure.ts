import { join } from "node:path";
import { drawFigure } from "@onsager/figures";
import { mathjax } from "@onsager/figures/mathjax";
import { toPdf, toPng } from "@onsager/figures/node";
import { writeDurably } from "@onsager/sweeps";

/**
 * Draws a figure and writes it as SVG, PNG and PDF.
 *
 * @param folder - where
 * @param name - stem of the files
 * @param figure - what
 * @returns the SVG document
 */
export async function writeFigure(
  folder: string,
  name: string,
  figure: Parameters<typeof drawFigure>[0],
): Promise<string> {
  const svg = drawFigure(figure, { maths: await maths() });
  writeDurably(join(folder, `${name}.svg`), svg);
  writeDurably(join(folder, `${name}.png`), await toPng(svg));
  writeDurably(join(folder, `${name}.pdf`), await toPdf(svg));
  return svg;
}

let loaded: ReturnType<typeof mathjax> | undefined;

/** MathJax, loaded once. */
function maths(): ReturnType<typeof mathjax> {
  loaded ??= mathjax();
  return loaded;
}
