import { expect } from "vitest";

/** Reads, and requires that what is thrown is a refusal of the reader: a TypeError or RangeError in the house's words. */
export async function expectRefusedOrRead(name: string, read: () => unknown): Promise<"refused" | "read"> {
  try {
    await read();
    return "read";
  } catch (error) {
    const sound = error instanceof TypeError || error instanceof RangeError;
    expect(sound ? error.message : error).toMatch(new RegExp(`^${name}: [^]+ must [^]+, got [^]*$`));
    return "refused";
  }
}
