import type { Axis, Figure, Mark, Numbers, Panel } from "../../src/index.ts";

const lengths = (...arrays: (Numbers | undefined)[]): boolean =>
  new Set(arrays.filter((array) => array !== undefined).map((array) => array.length)).size === 1;
const finite = (...arrays: (Numbers | undefined)[]): boolean =>
  arrays.every((array) => array === undefined || Array.from(array).every(Number.isFinite));
const increasing = (values: Numbers): boolean =>
  Array.from(values).every((value, i) => i === 0 || value > values[i - 1]!);

/** Whether the arrays of a mark fit each other and hold numbers. */
function wellFormed(mark: Mark): boolean {
  switch (mark.kind) {
    case "line":
      return mark.x.length > 0 && lengths(mark.x, mark.y) && finite(mark.x, mark.y);
    case "points":
      return (
        lengths(mark.x, mark.y, mark.error, mark.values) && finite(mark.x, mark.y, mark.error, mark.values)
      );
    case "band":
      return lengths(mark.x, mark.low, mark.high) && finite(mark.x, mark.low, mark.high);
    case "histogram":
      return mark.edges.length === mark.density.length + 1 && increasing(mark.edges) && finite(mark.density);
    case "heat":
      return (
        mark.values.length === mark.x.length * mark.y.length &&
        Array.from(mark.values).some(Number.isFinite) &&
        [mark.x, mark.y].every(increasing)
      );
    case "rule":
      return (mark.x === undefined) !== (mark.y === undefined) && finite([mark.x ?? mark.y!]);
    case "text":
      return mark.text.length > 0 && finite([mark.x, mark.y]);
  }
}

const balanced = (text: string): boolean => text.length > 0 && text.split("$").length % 2 === 1;
const axisFine = ({ label, domain }: Axis): boolean =>
  balanced(label) && (domain === undefined || (finite(domain) && domain[0] < domain[1]));

function panelProblems({ title, x, y, marks }: Panel): string[] {
  return [
    ...[x, y].filter((axis) => !axisFine(axis)).map(({ label }) => `axis ${label}`),
    ...marks.filter((mark) => !wellFormed(mark)).map(({ kind }) => `mark ${kind}`),
    ...(title === undefined || balanced(title) ? [] : [`title ${title}`]),
    ...(marks.length > 0 ? [] : ["no marks"]),
    ...(marks.some((mark) => "label" in mark && mark.label) ? [] : ["no labelled mark"]),
  ];
}

/** What is wrong with the description of a figure. */
export function figureProblems({ description = "", panels }: Figure): string[] {
  return [
    ...(description.length >= 80 && !/NaN|undefined/.test(description) ? [] : [`description ${description}`]),
    ...panels.flatMap(panelProblems),
    ...(panels.length > 0 ? [] : ["no panels"]),
  ];
}
