/** Colours of a drawing, all as `#rrggbb`. */
export interface Theme {
  readonly name: "light" | "dark";
  /** Behind everything. */
  readonly background: string;
  /** Text, frames and ticks. */
  readonly ink: string;
  /** Rules and what stands back. */
  readonly muted: string;
  /** Cells of a heat map that have no value. */
  readonly missing: string;
  /**
   * Series, in order: at least 3:1 against the background, and told apart by readers with any of the common
   * deficiencies of colour vision.
   */
  readonly palette: readonly string[];
}
