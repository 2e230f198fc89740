import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configJsonSchema } from "../src/config/schema.ts";

test("the published JSON Schema is that of the configuration", () => {
  const file = join(import.meta.dirname, "../schema/run.schema.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(configJsonSchema());
});
