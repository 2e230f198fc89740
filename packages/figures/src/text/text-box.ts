/** A label that is ready to be placed: from x = 0, its baseline at y = 0, y downwards. */
export interface TextBox {
  /** Elements of SVG that take the colour of their surroundings. */
  readonly svg: string;
  /** What it says, for search and selection. */
  readonly text: string;
  /** Font size. */
  readonly size: number;
  /** Advance. */
  readonly width: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline. */
  readonly descent: number;
}
