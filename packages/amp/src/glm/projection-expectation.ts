import { normalDensity } from "@onsager/hermite";
import { reject, requirePositive } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { integrate } from "../quadrature/integrate.ts";
import { normalRule } from "../quadrature/normal-rule.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import { requireChannel } from "./glm-spec.ts";

/** Standard deviations beyond which N(0, 1) holds less than 1e-22. */
const reach = 10;
const precision = { tolerance: 1e-13, halvings: 7 };

/** Below this V/m the turns of f at the channel's edges are sharp. */
const sharp = 0.05;

/** E f(omega), omega ~ N(0, m), for f that turns at a channel's edges within sqrt(V). */
function overOmega(
  { even, edges = [] }: Channel,
  m: number,
  V: number,
  f: (omega: number) => number,
): number {
  const root = Math.sqrt(m);
  if (root === 0) return f(0);
  const integrand = (x: number): number => f(root * x);
  if (edges.length === 0 || V > sharp * m) return integrate(normalRule(even), integrand, precision);
  const knots = edges.map((edge) => edge / root);
  const from = even ? 0 : -reach;
  const sum = segmentRules(from, reach, knots, normalDensity).reduce(
    (total, rule) => total + integrate(rule, integrand, precision),
    0,
  );
  return even ? 2 * sum : sum;
}

/**
 * qhat(m) = E g_out(y, omega, V)^2 over omega ~ N(0, m), z ~ N(omega, V) and the label y of z: what a sample says of w, at overlap m
 * where V = rho - m.
 *
 * @param channel - any
 * @param m - at least 0, finite
 * @param V - positive, finite
 * @throws TypeError or RangeError for an argument that is not as described
 * @example channelInformation(linear({ variance: 0.1 }), 0.5, 0.5) // 1/(0.5 + 0.1)
 */
export function channelInformation(channel: Channel, m: number, V: number): number {
  requireChannel("channelInformation", channel);
  if (!(m >= 0 && m < Infinity)) reject("channelInformation", "m", "be at least 0 and finite", m);
  requirePositive("channelInformation", "V", V);
  return overOmega(channel, m, V, (omega) => channel.expectation(omega, V, (_, { g }) => g * g));
}

/** Psi_out(m) = E log Z_out(y, omega, rho - m) over the same law. */
export function channelLogPartition(channel: Channel, m: number, V: number): number {
  return overOmega(channel, m, V, (omega) =>
    channel.expectation(omega, V, (_, { logPartition }) => logPartition),
  );
}
