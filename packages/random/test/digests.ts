import { laws, permutation, sphere, stream } from "../src/index.ts";

const COUNT = 1_000_000;

async function sha256(values: Float64Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", values);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of the first 10^6 values of every law as little-endian float64, and of a permutation and points on a sphere. */
export async function digests(): Promise<Record<string, string>> {
  const random = stream(20_26).split("portability");
  const result: Record<string, string> = {};
  for (const law of laws) {
    const values = new Float64Array(COUNT);
    random.fill(law, values, 0);
    result[law.name] = await sha256(values);
  }
  result.permutation = await sha256(Float64Array.from(permutation(1000, random.split("order"))));
  result.sphere = await sha256(
    Float64Array.from(sphere({ dimension: 7, points: 1000 }, random.split("points")).data),
  );
  return result;
}
