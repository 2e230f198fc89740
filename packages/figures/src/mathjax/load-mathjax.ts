import { type LiteAdaptor, liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import type { MathDocument } from "mathjax-full/js/core/MathDocument.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import "mathjax-full/js/input/tex/ams/AmsConfiguration.js";
import { mathjax as engine } from "mathjax-full/js/mathjax.js";
import { SVG } from "mathjax-full/js/output/svg.js";
import type { Maths, MathsBox } from "../maths.ts";
import { readMathsBox } from "./read-maths-box.ts";

const longest = 500;

/**
 * Loads MathJax, with which `drawFigure` draws the formulas of labels as paths.
 *
 * It knows LaTeX with the commands of amsmath. What it cannot typeset falls back to Unicode text: unknown commands,
 * characters that its fonts lack, formulas longer than 500 characters or larger than a figure could hold. No command
 * defines macros, loads anything or refers to anything outside of the figure.
 *
 * @returns a function that typesets LaTeX at a font size and remembers what it has typeset
 * @see https://www.mathjax.org, version 3
 */
export async function mathjax(): Promise<Maths> {
  const convert = converter();
  const known = new Map<string, MathsBox | undefined>();
  return (latex, size) => {
    if (!known.has(latex)) known.set(latex, latex.length > longest ? undefined : convert(latex));
    const unit = known.get(latex);
    return unit && scaled(unit, size);
  };
}

/** Typesets at size 1000, so that the box is in MathJax's own unit. */
function converter(): (latex: string) => MathsBox | undefined {
  const adaptor: LiteAdaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const document: MathDocument<unknown, unknown, unknown> = engine.document("", {
    InputJax: new TeX({ packages: ["base", "ams"] }),
    OutputJax: new SVG({ fontCache: "none" }),
  });
  return (latex) => {
    try {
      return readMathsBox(adaptor.innerHTML(document.convert(latex, { display: false }) as never));
    } catch {
      return undefined;
    }
  };
}

function scaled({ svg, width, height, depth }: MathsBox, size: number): MathsBox {
  const factor = size / 1000;
  const written = String(Math.round(factor * 1e5) / 1e5);
  return {
    svg: `<g transform="scale(${written} -${written})">${svg}</g>`,
    width: width * factor,
    height: height * factor,
    depth: depth * factor,
  };
}
