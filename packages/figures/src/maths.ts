/** A formula as paths: `svg` in the colour of its surroundings, from x = 0, its baseline at y = 0, y downwards. */
export interface MathsBox {
  /** Elements of SVG without text, references or scripts. */
  readonly svg: string;
  /** Advance, in the unit of the size. */
  readonly width: number;
  /** Above the baseline. */
  readonly height: number;
  /** Below the baseline. */
  readonly depth: number;
}

/** Typesets LaTeX at a font size; undefined where it cannot, and the label then falls back to Unicode text. */
export type Maths = (latex: string, size: number) => MathsBox | undefined;
