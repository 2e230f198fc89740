import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import * as api from "../src/index.ts";
import { badArguments } from "./helpers/bad-arguments.ts";

const noNumbers: readonly unknown[] = [undefined, null, "abc", {}, Number.NaN];

/** Expects the message of the house: function, argument, rule, value. */
function expectRefusal(name: string, call: () => unknown): void {
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error, `${name} takes it`).toBeInstanceOf(Error);
  expect(error instanceof TypeError || error instanceof RangeError).toBe(true);
  expect((error as Error).message).toMatch(new RegExp(`^${name}: .+ must .+, got .+`));
}

describe("every function names itself, the argument, the rule and the value", () => {
  const functions = Object.entries(api).filter(([, value]) => typeof value === "function");

  test("the table has all functions that take arguments", () => {
    const names = functions.map(([name]) => name).filter((name) => name !== "haarOrthogonal");
    expect(Object.keys(badArguments).sort()).toEqual(names.sort());
  });

  test.each(Object.keys(badArguments))("%s", (name) => {
    const call = (api as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!;
    for (const args of badArguments[name]!) expectRefusal(name, () => call(...args));
  });
});

describe("laws refuse what is no number", () => {
  const all = {
    semicircle: api.semicircle(),
    sum: api.freeAdditiveConvolution(api.semicircle(), api.semicircle()),
    tracyWidom: api.tracyWidom(),
  };
  test.each(Object.entries(all))(
    "%s",
    (_, { density, cdf, quantile, stieltjes, stieltjesDerivative, rTransform, moment }) => {
      for (const value of noNumbers) {
        expectRefusal("density", () => density(value as never));
        expectRefusal("cdf", () => cdf(value as never));
        expectRefusal("quantile", () => quantile(value as never));
        if (moment) expectRefusal("moment", () => moment(value as never));
      }
      for (const value of [undefined, null, 3, "i", { re: 1 }]) {
        expectRefusal("stieltjes", () => stieltjes(value as never));
        expectRefusal("stieltjesDerivative", () => stieltjesDerivative(value as never));
        if (rTransform) expectRefusal("rTransform", () => rTransform(value as never));
      }
    },
  );

  test("and the survival function", () => {
    for (const value of noNumbers) expectRefusal("survival", () => api.tracyWidom().survival(value as never));
  });
});

test("ensembles refuse samples that are none of theirs", () => {
  for (const ensemble of api.ensembles)
    for (const sample of [undefined, null, 3, {}])
      expect(() => ensemble.spectrum(sample as never)).toThrow(/: .+ must .+, got /);
  expect(() => api.wigner().sample(3, undefined as never)).toThrow(/^wigner: random must be a stream/);
});

describe("data of low rank, in which half of the spectrum is rounding", () => {
  const n = 40;
  const columns = (d: number, rank: number) => {
    const Z = api.rectangular({ ratio: rank / n }).sample(n, stream(3));
    const data = Float64Array.from(
      { length: n * d },
      (_, at) => Z.data[Math.floor(at / d) * rank + ((at % d) % rank)]!,
    );
    return { rows: n, cols: d, data };
  };

  test.each([
    [20, 1, 1],
    [20, 3, 3],
    [20, 10, 10],
  ])("%i columns of rank %i have %i components at most, and no rounding among them", (d, rank, most) => {
    const { count, tested } = api.significantComponents(api.covarianceSpectrum(columns(d, rank)));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(most);
    expect(tested.length).toBe(Math.min(count + 1, d));
    for (const { pValue } of tested) expect(pValue >= 0 && pValue <= 1).toBe(true);
  });

  test("zeros have none", () => {
    const zeros = { rows: 5, cols: 3, data: new Float64Array(15) };
    expect(api.significantComponents(api.covarianceSpectrum(zeros)).count).toBe(0);
  });
});
