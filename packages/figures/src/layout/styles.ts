import type { Panel } from "../figure.ts";
import type { Mark } from "../mark.ts";
import type { Style } from "../marks/frame.ts";
import { dark } from "../themes/dark.ts";
import type { Theme } from "../themes/theme.ts";

/** How each mark of a panel looks: marks with one label look alike, others take the next colour that is free. */
export function stylesOf({ marks }: Panel, theme: Theme): Style[] {
  const { palette, ink, muted } = marks.some(({ kind }) => kind === "heat") ? overHeat : theme;
  const given = new Set(marks.flatMap((mark) => colourOf(mark) ?? []));
  const byLabel = new Map<string, number>();
  let next = 0;
  return marks.map((mark) => {
    if (mark.kind === "heat" || mark.kind === "text") return { colour: ink, index: 0, cycle: 0 };
    const known = colourOf(mark) ?? (mark.label === undefined ? undefined : byLabel.get(mark.label));
    if (known === undefined && mark.kind === "rule") return { colour: muted, index: 0, cycle: 0 };
    while (known === undefined && given.has(next)) next++;
    const index = known ?? next++;
    if (mark.label !== undefined) byLabel.set(mark.label, index);
    return {
      colour: palette[index % palette.length]!,
      index,
      cycle: Math.floor(index / palette.length),
    };
  });
}

/** Over a heat map lines have a dark rim and bright colours in both themes. */
const overHeat: Theme = { ...dark, ink: "#ffffff", muted: "#ffffff" };

function colourOf(mark: Mark): number | undefined {
  return "colour" in mark ? mark.colour : undefined;
}
