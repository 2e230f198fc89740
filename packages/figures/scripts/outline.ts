/** Commands of a path with absolute coordinates, as SVG has them. */
export interface Command {
  readonly letter: string;
  readonly numbers: readonly number[];
}

/** A path in SVG's notation, such as `M78 661Q78 682 96 699T138 716Z`, as commands. */
export function parseOutline(path: string): Command[] {
  return [...path.matchAll(/([MLHVQTCZ])([^MLHVQTCZ]*)/g)].map(([, letter = "", rest = ""]) => ({
    letter,
    numbers: (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number),
  }));
}

/** The path as relative commands with whole numbers, which is short and compresses well. */
export function writeOutline(commands: readonly Command[]): string {
  const at = { x: 0, y: 0, startX: 0, startY: 0 };
  return commands.map((command) => relative(command, at)).join("");
}

function relative({ letter, numbers }: Command, at: Record<"x" | "y" | "startX" | "startY", number>): string {
  if (letter === "Z") {
    at.x = at.startX;
    at.y = at.startY;
    return "z";
  }
  const whole = numbers.map(Math.round);
  const steps = whole.map((value, i) => value - (isVertical(letter, i) ? at.y : at.x));
  if (letter === "H") at.x = whole[0]!;
  else if (letter === "V") at.y = whole[0]!;
  else [at.x, at.y] = whole.slice(-2) as [number, number];
  if (letter === "M") [at.startX, at.startY] = [at.x, at.y];
  return letter.toLowerCase() + steps.join(" ").replaceAll(" -", "-");
}

function isVertical(letter: string, index: number): boolean {
  return letter === "V" || (letter !== "H" && index % 2 === 1);
}
