import { expect, test } from "vitest";
import { laws } from "../../src/index.ts";
import { describeLaw } from "../helpers/law-suite.ts";

for (const law of laws) describeLaw(law.name, law);

test("names are in kebab case and occur once", () => {
  const names = laws.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});
