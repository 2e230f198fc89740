import { runStep, stopAll } from "./check/run.ts";
import { steps } from "./check/steps.ts";
import { type Outcome, summary } from "./check/summary.ts";
import { root } from "./workspace.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
if (unknown !== undefined) {
  const names = steps.map(({ name }) => name).join(", ");
  console.error(`check: step must be among ${names}, got ${unknown}`);
  process.exit(2);
}

let stopped = false;
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => {
    stopped = true;
    stopAll(signal);
    process.exitCode = code;
  });
}

const outcomes: Outcome[] = [];
for (const step of steps) {
  if (stopped || (wanted.length > 0 && !wanted.includes(step.name))) continue;
  console.log(`\n== ${step.name}: ${step.title}`);
  const outcome = await runStep(root, step);
  console.log(
    `== ${step.name}: ${outcome.failed === 0 ? "ok" : "FAILED"} in ${outcome.seconds.toFixed(1)} s`,
  );
  outcomes.push(outcome);
}

if (!stopped) {
  console.log(`\n== summary\n${summary(outcomes)}`);
  if (outcomes.some(({ failed }) => failed > 0)) process.exitCode = 1;
}
