import { stream } from "@onsager/random";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expandPlan, loadTrial, type Point } from "../../src/index.ts";
import { pointText } from "../../src/tasks/task.ts";
import { planOf } from "../helpers/plan.ts";

const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean());
const point = fc.dictionary(fc.string(), cell, { maxKeys: 4, noNullPrototype: true });

test("replicates of a point follow one another, points in their order", () => {
  const tasks = expandPlan(planOf({ points: [{ b: 2, a: 1 }, { a: 0.5 }], replicates: 2 }));
  expect(tasks).toEqual([
    { key: '{"a":1,"b":2}/0', point: { b: 2, a: 1 }, replicate: 0 },
    { key: '{"a":1,"b":2}/1', point: { b: 2, a: 1 }, replicate: 1 },
    { key: '{"a":0.5}/0', point: { a: 0.5 }, replicate: 0 },
    { key: '{"a":0.5}/1', point: { a: 0.5 }, replicate: 1 },
  ]);
});

test("a key says what the point is, whatever the order of its names", () => {
  const shuffled = (p: Point): Point => Object.fromEntries(Object.entries(p).reverse());
  fc.assert(fc.property(point, (p) => pointText(p) === pointText(shuffled(p))));
  fc.assert(
    fc.property(point, (p) => {
      const read = JSON.parse(pointText(p)) as Point;
      for (const name of Object.keys(p)) expect(read[name]).toBe(p[name] === 0 ? 0 : p[name]);
    }),
  );
});

test("a key is a path of two steps of the stream, whatever its texts hold", () => {
  fc.assert(
    fc.property(point, (p) => {
      const random = stream(1).split(`${pointText(p)}/3`);
      expect(random.path.split("/")).toHaveLength(2);
      expect(random.key).toEqual(stream(1).split(pointText(p)).split(3).key);
    }),
  );
});

test("a cell of a plan can be run alone and gives what it gives in any other plan with that seed", async () => {
  const small = planOf({ points: [{ count: 3 }], replicates: 5 });
  const large = planOf({ points: [{ count: 1 }, { count: 3 }], replicates: 9 });
  const [a, b] = [await loadTrial(small), await loadTrial(large)];
  expect(a.run(expandPlan(small)[4]!).row).toEqual(b.run(expandPlan(large)[13]!).row);
});

test("a point that comes twice is refused", () => {
  const twice = planOf({
    points: [
      { a: 0, b: "x" },
      { b: "x", a: -0 },
    ],
  });
  expect(() => expandPlan(twice)).toThrow(/^expandPlan: plan.points must have each point once, got .*a.*0/);
});
