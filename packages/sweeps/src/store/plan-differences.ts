import type { Plan, Point } from "../tasks/plan.ts";
import { pointText } from "../tasks/task.ts";

/** Most items of a list that a message shows. */
const SHOWN = 6;

function listed(items: readonly string[]): string {
  return items.length <= SHOWN
    ? items.join(", ")
    : `${items.slice(0, SHOWN).join(", ")}, ... (${items.length})`;
}

/** The distinct values of a parameter, as JSON. */
function valuesOf(points: readonly Point[], name: string): string[] {
  const values = points
    .filter((point) => Object.hasOwn(point, name))
    .map((point) => JSON.stringify(point[name]));
  return values.length === 0 ? ["none"] : [...new Set(values)];
}

function change(name: string, before: string, after: string): string[] {
  return before === after ? [] : [`${name}: ${before} -> ${after}`];
}

/** The values of a parameter before and after, where they are not the same in some order. */
function parameterChange(name: string, before: readonly string[], after: readonly string[]): string[] {
  const same = before.length === after.length && before.every((value) => after.includes(value));
  return same ? [] : change(name, listed(before), listed(after));
}

/** The parameters whose values differ, and the points that one plan has and the other has not. */
function pointChanges(before: readonly Point[], after: readonly Point[]): string[] {
  const names = [...new Set([...before, ...after].flatMap((point) => Object.keys(point)))];
  const without = (some: readonly Point[], others: readonly Point[]): string[] => {
    const texts = new Set(others.map(pointText));
    return some.map(pointText).filter((text) => !texts.has(text));
  };
  const [removed, added] = [without(before, after), without(after, before)];
  return [
    ...names.flatMap((name) => parameterChange(name, valuesOf(before, name), valuesOf(after, name))),
    ...(removed.length > 0 ? [`points only in the directory: ${listed(removed)}`] : []),
    ...(added.length > 0 ? [`points only in the plan: ${listed(added)}`] : []),
  ];
}

/** What makes two plans different runs, one line each: `seed: 1 -> 2`. Empty if they are the same run. */
export function planDifferences(before: Plan, after: Plan): string[] {
  return [
    ...change("name", before.name, after.name),
    ...change("export", before.export, after.export),
    ...change("seed", String(before.seed), String(after.seed)),
    ...change("replicates", String(before.replicates), String(after.replicates)),
    ...pointChanges(before.points, after.points),
  ];
}
