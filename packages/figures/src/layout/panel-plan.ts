import { type AxisPlan, planAxis } from "../axes/axis-plan.ts";
import type { Panel } from "../figure.ts";
import type { Frame, Style } from "../marks/frame.ts";
import type { Maths } from "../maths.ts";
import type { TextBox } from "../text/text-box.ts";
import type { Theme } from "../themes/theme.ts";
import { type ColourBar, panelColours, planColourBar } from "./colour-bar.ts";
import type { Domains } from "./domains.ts";
import { type LegendEntry, legendEntries, stripHeight } from "./legend.ts";
import { type LegendSpot, legendSpot } from "./legend-spot.ts";
import { linesHeight } from "./lines.ts";
import { sizes } from "./sizes.ts";
import { stylesOf } from "./styles.ts";
import { fitLabel, wrapLabel } from "./wrap-label.ts";

/** What surrounds a plot. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A panel at the size of its plot, ready to be drawn. */
export interface PanelPlan {
  readonly panel: Panel;
  readonly frame: Frame;
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  readonly xLabel: readonly TextBox[];
  readonly yLabel: readonly TextBox[];
  readonly numbers: { readonly x: boolean; readonly y: boolean };
  readonly title: readonly TextBox[];
  readonly styles: readonly Style[];
  readonly entries: readonly LegendEntry[];
  readonly legend: LegendSpot;
  readonly bar: ColourBar | undefined;
  /** Between the plot and the title above it. */
  readonly rise: number;
  readonly margins: Margins;
}

/** What a panel is planned from, beside itself. */
export interface PanelRoom {
  readonly width: number;
  readonly height: number;
  readonly domains: Domains;
  /** Whether its axes have numbers and labels, or share those of a panel below or to the left. */
  readonly numbers: { readonly x: boolean; readonly y: boolean };
  readonly theme: Theme;
  readonly maths: Maths | undefined;
  /** Where the legend went before, when the plot had about this size. */
  readonly legend?: LegendSpot;
}

/** Plans a panel whose plot has a given size. */
export function planPanel(panel: Panel, room: PanelRoom): PanelPlan {
  const { width, height, theme, maths, numbers, domains } = room;
  const x = planAxis(panel.x.scale, domains.x, { length: width, vertical: false, fontSize: sizes.tick });
  const y = planAxis(panel.y.scale, domains.y, { length: height, vertical: true, fontSize: sizes.tick });
  const frame: Frame = {
    width,
    height,
    x: x.scale,
    y: y.scale,
    theme,
    colours: panelColours(panel, theme),
    overHeat: panel.marks.some(({ kind }) => kind === "heat"),
    label: (text) => fitLabel(text, sizes.note, 0.9 * width, maths),
  };
  const styles = stylesOf(panel, theme);
  const entries = legendEntries(panel, frame, styles);
  const legend = room.legend === "outside" ? "outside" : legendSpot(panel, entries, frame);
  const label = (text: string, most: number): TextBox[] => wrapLabel(text, sizes.label, most, maths);
  const plan = {
    panel,
    frame,
    x,
    y,
    styles,
    entries,
    legend,
    numbers,
    xLabel: numbers.x ? label(panel.x.label, width + 20) : [],
    yLabel: numbers.y ? label(panel.y.label, height + 20) : [],
    rise: Math.max(stripHeight(legend, entries, width), 0.4 * sizes.tick),
    title: panel.title === undefined ? [] : wrapLabel(panel.title, sizes.title, width, maths),
    bar: planColourBar(panel, frame, fitLabel(frame.colours?.label ?? "", sizes.label, height, maths)),
  };
  return { ...plan, margins: marginsOf(plan) };
}

function marginsOf(plan: Omit<PanelPlan, "margins">): Margins {
  const { x, y, xLabel, yLabel, numbers, title, bar, rise, frame } = plan;
  const overhangs = x.ticks.map(({ at, box }) => (numbers.x && box ? at + box.width / 2 - frame.width : 0));
  const bars = bar?.above ? bar.label.ascent + bar.label.descent + sizes.pad : 0;
  const padded = (lines: readonly TextBox[]): number =>
    lines.length > 0 ? sizes.pad + linesHeight(lines) : 0;
  return {
    left: sizes.longTick + (numbers.y ? 3 + y.widest : 0) + padded(yLabel),
    right: Math.max(bar?.width ?? 0, 2, ...overhangs),
    top: Math.max(bars, rise + padded(title)),
    bottom: sizes.longTick + (numbers.x ? 3 + x.highest + 0.25 * sizes.tick : 0) + padded(xLabel),
  };
}
