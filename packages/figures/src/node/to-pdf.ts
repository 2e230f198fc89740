import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import { rejectKind } from "../argument-checks.ts";
import { unescapeXml } from "../svg/escape.ts";
import { font } from "./font.generated.ts";

/**
 * Writes a drawing of `drawFigure` as a PDF document of one page of its size, in points: the same bytes for the same drawing.
 *
 * The text can be searched and selected. The date of creation is the first of January 1970.
 *
 * @param svg - an SVG document
 * @returns the bytes of the file
 * @throws TypeError when `svg` is not an SVG document
 */
export async function toPdf(svg: string): Promise<Uint8Array> {
  const [, width, height] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(String(svg)) ?? [];
  if (width === undefined || height === undefined)
    rejectKind("toPdf", "svg", "be a drawing of drawFigure", svg);
  const document = new PDFDocument({
    size: [Number(width), Number(height)],
    margin: 0,
    info: {
      Title: textOf("title", svg),
      Subject: textOf("desc", svg),
      Creator: "Onsager",
      CreationDate: new Date(0),
    },
  });
  document.registerFont("text", inflateSync(Buffer.from(font, "base64")));
  const written = collect(document);
  svgToPdf(document, withText(svg), 0, 0, {
    assumePt: true,
    fontCallback: () => "text",
    warningCallback: () => undefined,
  });
  document.end();
  return written;
}

/** Unseen text would be left out of the document; nearly unseen text is not. */
function withText(svg: string): string {
  return svg.replaceAll('<text fill-opacity="0"', '<text fill-opacity="0.001"');
}

/** The text of an element that stands once in a drawing. */
function textOf(name: "title" | "desc", svg: string): string {
  const [, text = ""] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(svg) ?? [];
  return unescapeXml(text);
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    document.on("error", reject);
  });
}
