import type { Contestant, Job, Run } from "./job.ts";
import type { PythonPeer } from "./python-peer.ts";
import { type Spread, spreadOf } from "./statistics.ts";

/** How one contestant did in one job. */
export interface Standing {
  readonly label: string;
  /** Seconds of a run. */
  readonly seconds: Spread;
  /** Time of NumPy over its own time, round by round; absent without NumPy. */
  readonly ratio?: Spread;
  /** Rounds it took part in. */
  readonly rounds: number;
}

export interface JobResult {
  readonly name: string;
  readonly work: Job["work"];
  readonly standings: readonly Standing[];
  /** Contestants that could not do it, with the reason. */
  readonly failures: readonly string[];
}

/** A timed turn should be about this long, so that the clock and the caches do not matter. */
const TURN = 0.04;
const MOST_REPEATS = 2000;

interface Racer {
  readonly label: string;
  readonly slow: boolean;
  readonly repeats: number;
  time(repeats: number): Promise<number> | number;
  readonly seconds: number[];
}

const now = (): number => performance.now() / 1000;

function timed(run: Run, repeats: number): number {
  const start = now();
  for (let i = 0; i < repeats; i++) run();
  return (now() - start) / repeats;
}

function repeatsFor(seconds: number): number {
  return Math.min(MOST_REPEATS, Math.max(1, Math.ceil(TURN / Math.max(seconds, 1e-7))));
}

function racer({ label, prepare, slow = false }: Contestant): Racer {
  const run = prepare();
  // The first run compiles; the second says how long one takes.
  const first = timed(run, 1);
  const repeats = repeatsFor(slow ? first : timed(run, 1));
  return { label, slow, repeats, time: (count) => timed(run, count), seconds: slow ? [first] : [] };
}

async function pythonRacer(python: PythonPeer, job: Job): Promise<Racer> {
  await python.prepare(job.python);
  const repeats = repeatsFor(await python.time(1));
  return { label: "NumPy", slow: false, repeats, time: (count) => python.time(count), seconds: [] };
}

/** The order of a round: everyone in turn, from another one on each time. */
function rotated<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** Those who can do the job, and why the others cannot: a peer that runs out of memory does not end the benchmark. */
function start(contestants: readonly Contestant[]): { racers: Racer[]; failures: string[] } {
  const racers: Racer[] = [];
  const failures: string[] = [];
  for (const contestant of contestants) {
    try {
      racers.push(racer(contestant));
    } catch (error) {
      failures.push(`${contestant.label}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { racers, failures };
}

/** Runs a job: all contestants in every round, one after the other. */
export async function race(job: Job, python: PythonPeer | undefined, rounds: number): Promise<JobResult> {
  const { racers, failures } = start(job.contestants);
  if (python !== undefined) racers.unshift(await pythonRacer(python, job));
  const fast = racers.filter(({ slow }) => !slow);
  for (let round = 0; round < rounds; round++)
    for (const { time, repeats, seconds } of rotated(fast, round)) seconds.push(await time(repeats));
  const reference = racers.find(({ label }) => label === "NumPy")?.seconds;
  const standings = racers.map((racer) => standing(racer, reference));
  return { name: job.name, work: job.work, standings, failures };
}

function standing({ label, seconds }: Racer, reference: readonly number[] | undefined): Standing {
  const own = { label, seconds: spreadOf(seconds), rounds: seconds.length };
  if (reference === undefined) return own;
  const middle = spreadOf(reference).median;
  const paired = seconds.length === reference.length;
  return { ...own, ratio: spreadOf(seconds.map((own, i) => (paired ? reference[i]! : middle) / own)) };
}
