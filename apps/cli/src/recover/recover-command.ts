import type { AmpResult } from "@onsager/amp";
import { type ArrayInput, writeNpz } from "@onsager/datasets";
import { writeDurably } from "@onsager/sweeps";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { unknownName } from "../nearest.ts";
import { positiveInteger, seedOf } from "../runs/run-options.ts";
import { finite } from "../specs/spec.ts";
import { table } from "../table.ts";
import { UsageError } from "../usage-error.ts";
import { firstPrior } from "./first-prior.ts";
import { readObservation } from "./observation.ts";
import { type RecoverSettings, recover, recoverModel } from "./recover-model.ts";

/** Options of `onsager recover`, as typed. */
export interface RecoverOptions {
  readonly model: string;
  readonly matrix?: string;
  readonly tensor?: string;
  readonly prior: string;
  readonly priorU?: string;
  readonly priorV?: string;
  readonly priorX?: string;
  readonly priorY?: string;
  readonly deltaMatrix?: string;
  readonly deltaTensor?: string;
  readonly delta?: string;
  readonly method: string;
  readonly sweeps: string;
  readonly seed: string;
  readonly out?: string;
  readonly json?: true;
}

const methods = ["amp", "sequential"] as const;

/**
 * Estimates the factors behind a user's matrix or tensor.
 *
 * @param file - what was observed
 * @param options - as typed
 * @param io - where to write
 */
export async function recoverCommand(file: string, options: RecoverOptions, io: Io): Promise<ExitCode> {
  const { observed, factors } = recoverModel(options.model);
  const settings = settingsOf(options, observed, factors);
  const data = await readObservation(file, observed, options);
  const found = recover(options.model, data, settings);
  if (options.out !== undefined) writeDurably(options.out, writeNpz(arraysOf(found, factors)));
  const record = recordOf(file, options.model, found, settings);
  io.out(options.json ? `${JSON.stringify(record)}\n` : textOf(record));
  return found.status === "converged" ? exitCode.done : exitCode.failed;
}

function settingsOf(
  options: RecoverOptions,
  observed: readonly ("matrix" | "tensor")[],
  factors: readonly string[],
): RecoverSettings {
  const method =
    methods.find((name) => name === options.method) ?? unknownName("method", options.method, methods);
  const textOf = (factor: string): string =>
    (options as unknown as Record<string, string | undefined>)[`prior${factor.toUpperCase()}`] ??
    options.prior;
  const variances = {
    ...given("matrix", "--delta-matrix", options.deltaMatrix),
    ...given("tensor", "--delta-tensor", options.deltaTensor),
    ...(observed.length === 1 ? given(observed[0]!, "--delta", options.delta) : {}),
  };
  return {
    priors: Object.fromEntries(factors.map((factor) => [factor, firstPrior(textOf(factor))])),
    variances,
    method,
    sweeps: positiveInteger("--sweeps", options.sweeps),
    seed: seedOf(options.seed),
  };
}

function given(
  kind: "matrix" | "tensor",
  flag: string,
  text: string | undefined,
): Partial<Record<"matrix" | "tensor", number>> {
  if (text === undefined) return {};
  const value = finite(flag, text);
  if (!(value > 0)) throw new UsageError(`${flag} must be positive, got ${text}`);
  return { [kind]: value };
}

/** Posterior mean and variance of every coordinate, by factor. */
function arraysOf(
  { estimates, variances }: AmpResult,
  factors: readonly string[],
): Record<string, ArrayInput> {
  return Object.fromEntries(
    factors.flatMap((factor): [string, ArrayInput][] => [
      [factor, estimates[factor]!],
      [`${factor}_variance`, variances[factor]!],
    ]),
  );
}

function recordOf(file: string, model: string, found: AmpResult, { priors }: RecoverSettings) {
  const { status, iteration, factors, learnt, period } = found;
  return {
    command: "recover",
    file,
    model,
    status,
    sweeps: iteration,
    period,
    factors: Object.fromEntries(
      Object.entries(factors).map(([name, { meanSquare, meanVariance }]) => {
        const squaredOverlap = meanSquare + meanVariance > 0 ? meanSquare / (meanSquare + meanVariance) : 0;
        return [
          name,
          {
            estimatedSquaredOverlap: squaredOverlap,
            meanSquare,
            meanVariance,
            prior: priors[name]!.prior.name,
          },
        ];
      }),
    ),
    learnt: learnt ?? null,
  };
}

function textOf({ status, sweeps, factors, learnt }: ReturnType<typeof recordOf>): string {
  const rows = Object.entries(factors).map(
    ([name, { estimatedSquaredOverlap, meanSquare, meanVariance, prior }]) => [
      `  ${name}`,
      prior,
      ...[estimatedSquaredOverlap, meanSquare, meanVariance].map((value) => value.toPrecision(4)),
    ],
  );
  const header = ["factor", "prior", "estimated overlap^2", "<mean^2>", "<variance>"];
  const noise =
    learnt === null
      ? ""
      : `noise variances  ${learnt.variances.map((value) => value.toPrecision(5)).join(", ")}\n`;
  const parameters = Object.entries(learnt?.priors ?? {}).map(
    ([name, values]) =>
      `prior of ${name}  ${Object.entries(values)
        .map(([key, value]) => `${key} ${value.toPrecision(5)}`)
        .join(", ")}\n`,
  );
  return `${status} after ${sweeps} sweeps\n\n${table([header, ...rows])}\n${noise}${parameters.join("")}`;
}
