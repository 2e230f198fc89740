import type { Figure } from "../figure.ts";
import type { Maths } from "../maths.ts";
import type { TextBox } from "../text/text-box.ts";
import type { Theme } from "../themes/theme.ts";
import { domainsOf } from "./domains.ts";
import { linesHeight } from "./lines.ts";
import { type Margins, type PanelPlan, planPanel } from "./panel-plan.ts";
import { sizes } from "./sizes.ts";
import { wrapLabel } from "./wrap-label.ts";

/** A panel and the top left corner of its plot. */
export interface PlacedPanel {
  readonly plan: PanelPlan;
  /** Between the plot and the titles of its row. */
  readonly rise: number;
  readonly x: number;
  readonly y: number;
}

/** A whole figure, ready to be drawn. */
export interface FigurePlan {
  /** At least the width that is asked for; more where the smallest plots do not fit into it. */
  readonly width: number;
  readonly height: number;
  readonly title: readonly TextBox[];
  readonly panels: readonly PlacedPanel[];
}

/** How a figure is to look, beside its data. */
export interface FigureRoom {
  readonly width: number | undefined;
  readonly theme: Theme;
  readonly maths: Maths | undefined;
}

const defaultWidths = [520, 840, 1080];
const leastPlot = 40;

/** Panels in a row when the figure does not say: at most three, rows as equal as can be. */
export function columnsOf({ columns, panels }: Figure): number {
  return Math.min(columns ?? Math.ceil(panels.length / Math.ceil(panels.length / 3)), panels.length);
}

/**
 * Places all panels: plots of one width in columns whose frames are in line.
 *
 * What surrounds a plot depends on its size and the other way round, so that panels are planned three times.
 */
export function planFigure(figure: Figure, room: FigureRoom): FigurePlan {
  const columns = columnsOf(figure);
  const width = room.width ?? defaultWidths[Math.min(columns, 3) - 1]!;
  let plans = planAll(figure, room, columns, Math.max(leastPlot, width / columns - 80));
  for (let pass = 0; pass < 2; pass++)
    plans = planAll(figure, room, columns, plotWidth(plans, columns, width), plans);
  const title =
    figure.title === undefined
      ? []
      : wrapLabel(figure.title, sizes.figureTitle, width - 4 * sizes.edge, room.maths);
  const { needed, ...rest } = placed(plans, columns, headHeight(title));
  return { title, ...rest, width: Math.max(width, needed) };
}

/** The height that a figure's title takes. */
function headHeight(title: readonly TextBox[]): number {
  return title.length > 0 ? linesHeight(title) + sizes.edge : 0;
}

function planAll(
  figure: Figure,
  { theme, maths }: FigureRoom,
  columns: number,
  width: number,
  before?: readonly PanelPlan[],
): PanelPlan[] {
  const domains = domainsOf(figure);
  const { share = "none", panels } = figure;
  return panels.map((panel, i) => {
    const legend = before?.[i]?.legend;
    return planPanel(panel, {
      width,
      height: width * (panel.aspect ?? (panel.marks.some(({ kind }) => kind === "heat") ? 0.9 : 0.75)),
      domains: domains[i]!,
      numbers: {
        x: !(share === "x" || share === "both") || i + columns >= panels.length,
        y: !(share === "y" || share === "both") || i % columns === 0,
      },
      theme,
      maths,
      ...(legend && { legend }),
    });
  });
}

function plotWidth(plans: readonly PanelPlan[], columns: number, width: number): number {
  const around = Array.from({ length: columns }, (_, column) => {
    const { left, right } = widest(plans.filter((_, i) => i % columns === column));
    return left + right;
  }).reduce((sum, value) => sum + value, 0);
  const free = width - 2 * sizes.edge - (columns - 1) * sizes.gap - around;
  return Math.max(leastPlot, free / columns);
}

/** The margins within which all of these panels have theirs. */
function widest(plans: readonly PanelPlan[]): Margins {
  const most = (side: keyof Margins): number => Math.max(0, ...plans.map(({ margins }) => margins[side]));
  return { left: most("left"), right: most("right"), top: most("top"), bottom: most("bottom") };
}

function placed(
  plans: readonly PanelPlan[],
  columns: number,
  head: number,
): { readonly needed: number; readonly height: number; readonly panels: readonly PlacedPanel[] } {
  const xs: number[] = [];
  let x: number = sizes.edge;
  for (let column = 0; column < columns; column++) {
    const { left, right } = widest(plans.filter((_, i) => i % columns === column));
    xs.push(x + left);
    x += left + right + sizes.gap + (plans[column]?.frame.width ?? 0);
  }
  const panels: PlacedPanel[] = [];
  let y: number = sizes.edge + head;
  for (let first = 0; first < plans.length; first += columns) {
    const row = plans.slice(first, first + columns);
    const rise = Math.max(...row.map((plan) => plan.rise));
    const { bottom } = widest(row);
    const top = Math.max(...row.map((plan) => plan.margins.top - plan.rise)) + rise;
    panels.push(...row.map((plan, i) => ({ plan, rise, x: xs[i]!, y: y + top })));
    y += top + bottom + sizes.gap + Math.max(...row.map(({ frame }) => frame.height));
  }
  return {
    needed: Math.floor(x - sizes.gap + sizes.edge),
    height: Math.ceil(y - sizes.gap + sizes.edge),
    panels,
  };
}
