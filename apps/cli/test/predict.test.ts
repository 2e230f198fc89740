import { describe, expect, test } from "vitest";
import { models } from "../src/models/index.ts";
import { run } from "./helpers/run.ts";
import { science } from "./models/science.ts";

const lines = [...new Set(science.map(([line]) => line))];

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

describe("predict gives the values of theory to their digits", () => {
  test.each(lines)("%s", async (line) => {
    const { code, out } = await run(["predict", ...line.split(" "), "--json"]);
    expect(code).toBe(0);
    const prediction = JSON.parse(out);
    for (const [, path, value] of science.filter(([other]) => other === line)) {
      const digits = String(value).split(".")[1]?.length ?? 12;
      expect(at(prediction, path), path).toBeCloseTo(value as number, Math.min(digits, 12) - 1);
    }
  });
});

describe("one JSON object is all there is on standard output", () => {
  test.each(models.map((model) => model.example))("%s", async (example) => {
    const { code, out, err } = await run(["predict", ...example.split(" "), "--json"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(Object.keys(JSON.parse(out))).toEqual(["model", "parameters", "branches", "thresholds"]);
    expect(out).not.toContain("NaN");
  });
});

test("a reader gets the same numbers as text", async () => {
  const { out } = await run(["predict", "tensor"]);
  expect(out).toMatch(/informedSpinodal +0\.25\n/);
});

test("a weight lambda finds its multiple of the effective noise", async () => {
  const line =
    "predict lasso --prior gauss-bernoulli:rho=0.128 --delta 0.64 --noise 0.2 --json --lambda 0.595991559723";
  const { out } = await run(line.split(" "));
  expect(JSON.parse(out).parameters.multiple).toBeCloseTo(1.5, 9);
});

describe("wrong use ends with 2 and a line that helps", () => {
  test.each([
    ["predict wigner --prior rademachr", 'unknown prior "rademachr"; did you mean rademacher?'],
    [
      "predict wigner --prior gaussian:men=1",
      'unknown parameter of prior gaussian "men"; did you mean mean?',
    ],
    ["predict wigner --prior gaussian:mean=a", 'prior gaussian: mean must be a number, got "a"'],
    ["predict wigner --prior sparse-rademacher", "prior sparse-rademacher must be told rho"],
    ["predict wigner --prior gaussian:variance=-1", "gaussian: variance must be"],
    ["predict wigner --delta -1", "--delta must be positive, got -1"],
    ["predict wigner --delta 1e999", '--delta must be a number, got "1e999"'],
    ["predict wigner --dleta 1", "Did you mean --delta?"],
    ["predict wignr", "Did you mean wigner?"],
    ["predict multimodal --alpha 1,2", "--alpha must list 4 positive numbers, got 1,2"],
    ["predict multimodal --alpha 2,1,1,1 --delta-tensor 0.2", "the first of spec.ratios must be 1"],
    ["predict tensor --order 2", "--order must be an integer from 3 to 64, got 2"],
    ["predict glm --channel sgn", 'unknown channel "sgn"; did you mean sign?'],
    ["predict glm --channel logistic --noise 1", "channel logistic has no noise"],
    ["predict donoho-tanner --delta 2", "delta must be in (0, 1), got 2"],
    ["predict donoho-tanner", "--delta must be given"],
    ["predict bbp --ensemble wignr", 'unknown ensemble "wignr"; did you mean wigner?'],
    ["predct", "Did you mean predict?"],
  ])("%s", async (line, message) => {
    const { code, out, err } = await run(line.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });
});
