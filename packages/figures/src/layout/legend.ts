import type { Panel } from "../figure.ts";
import type { Mark } from "../mark.ts";
import type { Frame, Style } from "../marks/frame.ts";
import { kindOf } from "../marks/index.ts";
import { element } from "../svg/element.ts";
import { svgNumber } from "../svg/number.ts";
import type { TextBox } from "../text/text-box.ts";
import { placeText } from "../text/typeset.ts";
import type { LegendBox, LegendSpot } from "./legend-spot.ts";
import { sizes } from "./sizes.ts";

/** A line of a legend: the signs of all marks with one label, and the label. */
export interface LegendEntry {
  readonly swatch: string;
  readonly box: TextBox;
}

const swatchWidth = 26;
const between = 7;
const line = 18;

/** Between a legend and its border. */
export const padding = 6;

/** What a panel's legend says, in the order of its marks. */
export function legendEntries({ marks }: Panel, frame: Frame, styles: readonly Style[]): LegendEntry[] {
  const entries = new Map<string, string>();
  marks.forEach((mark, i) => {
    const swatch = kindOf(mark).swatch(mark, frame, styles[i]!);
    const { label } = mark as { label?: string };
    if (swatch !== "" && label !== undefined && label !== "" && !isOnBar(mark, frame))
      entries.set(label, (entries.get(label) ?? "") + swatch);
  });
  return [...entries].map(([label, swatch]) => ({ swatch, box: frame.label(label) }));
}

/** Whether the colour bar says already what the mark is. */
function isOnBar(mark: Mark, { colours, overHeat }: Frame): boolean {
  return !overHeat && mark.kind === "points" && mark.values !== undefined && mark.label === colours?.label;
}

/** The size of a legend with its entries one below the other. */
export function legendSize(entries: readonly LegendEntry[]): {
  readonly width: number;
  readonly height: number;
} {
  return {
    width: 2 * padding + Math.max(...entries.map(entryWidth)),
    height: 2 * padding + line * entries.length - 4,
  };
}

function entryWidth({ box }: LegendEntry): number {
  return swatchWidth + between + box.width;
}

/** Entries side by side, on as many lines as a width asks for. */
function flow(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const lines: LegendEntry[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const wide = entryWidth(entry) + 16;
    if (used + wide - 16 > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push(entry);
    used += wide;
  }
  return lines;
}

/** The height above a plot that a legend outside of it needs. */
export function stripHeight(spot: LegendSpot, entries: readonly LegendEntry[], width: number): number {
  return spot === "outside" ? line * flow(entries, width).length + 4 : 0;
}

/** A legend at its place, in the coordinates of its plot; on a backing where there may be data. */
export function drawLegend(
  spot: LegendSpot,
  entries: readonly LegendEntry[],
  frame: Frame,
  mayCover: boolean,
): string {
  if (spot === "none" || entries.length === 0) return "";
  if (spot === "outside") return drawStrip(entries, frame);
  const lines = entries.map((entry, i) =>
    drawEntry(entry, spot.x + padding, spot.y + padding + line * (i + 0.5) - 2, frame),
  );
  return (mayCover ? backing(spot, frame) : "") + lines.join("");
}

function drawStrip(entries: readonly LegendEntry[], frame: Frame): string {
  const lines = flow(entries, frame.width);
  return lines
    .flatMap((row, i) => {
      let x = 0;
      return row.map((entry) => {
        const drawn = drawEntry(entry, x, -line * (lines.length - i - 0.5) - 4, frame);
        x += entryWidth(entry) + 16;
        return drawn;
      });
    })
    .join("");
}

function drawEntry({ swatch, box }: LegendEntry, x: number, y: number, { theme }: Frame): string {
  const label = placeText(box, x + swatchWidth + between, y + 0.34 * sizes.note, { colour: theme.ink });
  return `<g transform="translate(${svgNumber(x)} ${svgNumber(y)})">${swatch}</g>${label}`;
}

function backing(box: LegendBox, { theme }: Frame): string {
  return element("rect", { ...box, rx: 3, fill: theme.background, "fill-opacity": 0.9 });
}
