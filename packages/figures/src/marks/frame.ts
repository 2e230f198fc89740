import type { Scale } from "../axes/scale.ts";
import type { ColourScale } from "../colours/colour-scale.ts";
import type { TextBox } from "../text/text-box.ts";
import type { Theme } from "../themes/theme.ts";

/** The inside of a plot: marks are drawn in its coordinates, from its top left corner. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly theme: Theme;
  /** The scale of the panel's heat map, or of its points with values. */
  readonly colours: ColourScale | undefined;
  /** Whether marks lie over a heat map and need a rim to be seen. */
  readonly overHeat: boolean;
  /** A label as it is drawn inside of a plot. */
  label(text: string): TextBox;
}

/** How a mark is told from others. */
export interface Style {
  readonly colour: string;
  /** Position in the order of series, which chooses a shape. */
  readonly index: number;
  /** How often the palette's colours have been used up before, which chooses a dash pattern. */
  readonly cycle: number;
}
