import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { bundle } from "./bundle.ts";

export interface Chromium<T> {
  /** What the function gave in the page itself. */
  readonly page: T;
  /** What it gave in a module worker. */
  readonly worker: T;
}

export interface ChromiumOptions {
  /** The folder from which the module's imports resolve, mostly `import.meta.dirname`. */
  readonly from: string;
  /** The exported function to call; default `run`. */
  readonly call?: string;
  /** Its arguments, as JSON. */
  readonly args?: readonly unknown[];
}

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-proxy-server",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of this machine: `CHROMIUM` of the environment, or the first on the path. */
export function chromiumPath(): string | undefined {
  const chosen = process.env.CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((name) => [...folders, "/usr/bin"].map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Bundles a module for browsers and calls one of its functions in a page and in a worker of headless Chromium.
 *
 * @param source - TypeScript of the module; it exports the function
 * @param options - where its imports resolve, and what to call
 * @returns the function's result in both places, passed through JSON
 * @throws Error when Chromium is missing, the module does not bundle, or the function throws
 */
export async function inChromium<T>(source: string, options: ChromiumOptions): Promise<Chromium<T>> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("inChromium: chromium must be installed, found none");
  const module = await bundle(source, options.from, "browser");
  const server = await serve(module, workerSource(options));
  try {
    const browser = await chromium.launch({ executablePath, args: flags });
    try {
      return await evaluate<T>(browser, server, options);
    } finally {
      await browser.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function workerSource({ call = "run", args = [] }: ChromiumOptions): string {
  return `import * as module from "/module.js";
try {
  postMessage({ value: JSON.stringify(await module[${JSON.stringify(call)}](...${JSON.stringify(args)})) });
} catch (error) {
  postMessage({ error: String(error) });
}`;
}

async function serve(module: string, worker: string): Promise<Server> {
  const answers: Record<string, [type: string, body: string]> = {
    "/": [
      "text/html",
      '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>test</title>',
    ],
    "/module.js": ["text/javascript", module],
    "/worker.js": ["text/javascript", worker],
  };
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? "/"] ?? ["text/plain", ""];
    response.writeHead(body === "" ? 404 : 200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function evaluate<T>(browser: Browser, server: Server, options: ChromiumOptions): Promise<Chromium<T>> {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    page: JSON.parse(await callInPage(page, options)) as T,
    worker: JSON.parse(await callInWorker(page)) as T,
  };
}

/** Sent as text, so that no transformation of this file reaches the browser. */
function callInPage(page: Page, { call = "run", args = [] }: ChromiumOptions): Promise<string> {
  return page.evaluate(`import("/module.js")
    .then((module) => module[${JSON.stringify(call)}](...${JSON.stringify(args)}))
    .then((value) => JSON.stringify(value))`);
}

function callInWorker(page: Page): Promise<string> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker("/worker.js", { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => (data.error === undefined ? resolve(data.value) : reject(new Error(data.error)));
  })`);
}
