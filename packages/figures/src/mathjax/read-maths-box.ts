import type { MathsBox } from "../maths.ts";

const widest = 60_000;
const highest = 8000;

/** The formula that MathJax wrote as an SVG document, in its own unit and upwards; undefined where it is none that can be drawn. */
export function readMathsBox(document: string): MathsBox | undefined {
  const [, viewBox = "", body = ""] =
    /^<svg [^>]*viewBox="([-\d. ]+)"[^>]*><g [^>]*>(.*)<\/g><\/svg>$/s.exec(document) ?? [];
  const [, top = Number.NaN, width = Number.NaN, total = Number.NaN] = viewBox.split(" ").map(Number);
  const fits = width >= 0 && width <= widest && total >= 0 && total <= highest && Math.abs(top) <= highest;
  if (!fits || !isDrawing(body)) return undefined;
  return { svg: bare(body), width, height: Math.max(0, -top), depth: Math.max(0, total + top) };
}

/** Whether there are only outlines: no message of an error, and no letters in a font that may be absent. */
function isDrawing(body: string): boolean {
  return (
    body !== "" &&
    !body.includes('data-mml-node="merror"') &&
    [...body.matchAll(/<([a-z]+)/gi)].every(([, name]) => /^(g|path|rect|svg)$/.test(name!))
  );
}

/** Without what only MathJax needs, and in the colour of the surroundings. */
function bare(body: string): string {
  return body
    .replace(/ (?:data-[\w-]+|style|fill|stroke|class|id)="[^"]*"/g, "")
    .replace(/><\/(?:path|rect)>/g, "/>");
}
