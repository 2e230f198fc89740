/** Font sizes and distances of a drawing, in units of which the default figure is 520 wide. */
export const sizes = {
  figureTitle: 16,
  title: 14,
  label: 14,
  tick: 12,
  note: 12.5,
  /** Around the whole figure. */
  edge: 10,
  /** Between panels, beyond what their axes need. */
  gap: 16,
  longTick: 5,
  shortTick: 2.8,
  /** Between ticks, their numbers and labels. */
  pad: 5,
  bar: 13,
} as const;
