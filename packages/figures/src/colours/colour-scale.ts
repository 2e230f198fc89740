import { viridis } from "./viridis.ts";

/** How many colours a scale has; the palette's last entry is for values that are missing. */
export const shades = 255;

/** A linear scale from values to colours. */
export interface ColourScale {
  readonly domain: readonly [number, number];
  readonly label: string;
  /** The colour of a value, that of the nearer end outside of the domain. */
  colour(value: number): string;
  /** The index of a value's colour in the palette; `shades` for what is not finite. */
  index(value: number): number;
  /** All colours, then the one of missing values. */
  readonly palette: readonly string[];
}

/** The scale from the lower to the upper end of the domain. */
export function colourScale(label: string, domain: readonly [number, number], missing: string): ColourScale {
  const palette = [...Array.from({ length: shades }, (_, i) => viridis(i / (shades - 1))), missing];
  const index = (value: number): number => {
    if (!Number.isFinite(value)) return shades;
    const t = (value - domain[0]) / (domain[1] - domain[0]);
    return Math.round(Math.min(1, Math.max(0, t)) * (shades - 1));
  };
  return { domain, label, palette, index, colour: (value) => palette[index(value)]! };
}
