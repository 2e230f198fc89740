/** Characters of one size and height above the baseline. */
export interface Run {
  /** The characters. */
  readonly text: string;
  /** Size relative to the label's; default 1. */
  readonly scale?: number;
  /** Raised by this many times the label's size; default 0. */
  readonly raise?: number;
  /** Accents the run before it: set above its middle, without advance; default false. */
  readonly accent?: boolean;
}
