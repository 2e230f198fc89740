import { expect, test } from "vitest";
import { fits } from "../../src/index.ts";
import { planted, randomOf } from "../helpers/planted.ts";

test.each(fits)("studentised intervals of $name over whole seeds hold what was planted", (law) => {
  const runs = 200;
  const random = randomOf("studentised", law.name);
  const hits = new Map(Object.keys(law.parameters).map((name) => [name, 0]));
  for (let run = 0; run < runs; run++) {
    const { x, y, seeds } = planted(law, 20, random.split(run));
    const { intervals } = law.fit(x, y, { seeds, replicates: 199 }, random.split(run).split("bootstrap"));
    for (const [name, [low, high]] of Object.entries(intervals)) {
      if (low <= law.example[name]! && law.example[name]! <= high) hits.set(name, hits.get(name)! + 1);
    }
  }
  const standardError = Math.sqrt((0.95 * 0.05) / runs);
  for (const count of hits.values()) expect(Math.abs(count / runs - 0.95)).toBeLessThan(5 * standardError);
});
