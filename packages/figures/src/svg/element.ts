import { escapeXml } from "./escape.ts";
import { svgNumber } from "./number.ts";

/** Values of attributes; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG: attributes are escaped, `content` is SVG already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? svgNumber(value) : escapeXml(value!)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
