import { experiments } from "@onsager/experiments";
import { ensembles, laws } from "@onsager/random-matrices";
import { models } from "./models/index.ts";
import { unknownName } from "./nearest.ts";
import { channelSpecs, multiIndexChannelSpecs } from "./specs/channel.ts";
import { priorSpecs } from "./specs/prior.ts";
import type { SpecMember } from "./specs/spec.ts";
import { table } from "./table.ts";

/** One thing that `onsager list` lists. */
type Entry = Readonly<Record<string, unknown>> & { readonly name: string };

/** Kinds with what there is of them. */
export type Catalogue = Readonly<Record<string, readonly Entry[]>>;

const kinds: Readonly<Record<string, () => Entry[]>> = {
  experiments: experimentEntries,
  models: () =>
    models.map(({ name, summary, options }) => ({
      name,
      summary,
      options: options.map(({ flags }) => flags),
    })),
  priors: () => priorSpecs.map(specEntry),
  channels: () => [...channelSpecs, ...multiIndexChannelSpecs].map(specEntry),
  ensembles: () => named(ensembles),
  laws: () => named(laws),
};

/**
 * What there is, of one kind or of all.
 *
 * @param kind - of `experiments`, `models`, `priors`, `channels`, `ensembles`, `laws`; undefined: all
 * @throws UsageError for an unknown kind
 */
export function catalogue(kind: string | undefined): Catalogue {
  if (kind === undefined)
    return Object.fromEntries(Object.entries(kinds).map(([name, entries]) => [name, entries()]));
  const entries = kinds[kind] ?? unknownName("kind", kind, Object.keys(kinds));
  return { [kind]: entries() };
}

/** Each name once: lists of families hold members at several parameters. */
function named(members: readonly { readonly name: string }[]): Entry[] {
  return [...new Set(members.map(({ name }) => name))].map((name) => ({ name }));
}

function experimentEntries(): Entry[] {
  return experiments.map(({ name, title, paper, source, parameters, sizes, claims, figures }) => ({
    name,
    title,
    paper,
    source: source.identifier ?? source.title,
    claims: claims.map((claim) => claim.name),
    figures: figures.map((figure) => figure.name),
    trials: Object.fromEntries(
      Object.entries(sizes).map(([size, { points, replicates }]) => [size, points.length * replicates]),
    ),
    parameters: Object.keys(parameters),
  }));
}

function specEntry({ name, parameters }: Pick<SpecMember<unknown>, "name" | "parameters">): Entry {
  return { name, parameters };
}

/** A catalogue for reading: a block a kind. */
export function catalogueText(found: Catalogue): string {
  return Object.entries(found)
    .map(([kind, entries]) => `${kind}\n${table(entries.map((entry) => [`  ${entry.name}`, detail(entry)]))}`)
    .join("\n");
}

function detail({ title, summary, parameters, paper, trials, claims }: Entry): string {
  if (title !== undefined) {
    const where = /^\d$/.test(String(paper)) ? `paper ${paper}` : String(paper);
    const counts = Object.values(trials as Record<string, number>).join(" / ");
    const names = (claims as readonly string[]).join(" ");
    return `${title} (${where}${names && `, ${names}`}; trials small / medium / paper: ${counts})`;
  }
  if (summary !== undefined) return String(summary);
  return Object.entries((parameters ?? {}) as Record<string, string>)
    .map(([key, what]) => `${key}: ${what}`)
    .join("; ");
}
