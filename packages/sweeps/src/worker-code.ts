/** Whether a module is TypeScript, by its name. */
function isTypeScript(url: string): boolean {
  return /\.[cm]?tsx?$/.test(url);
}

/** Where tsx is, as this package sees it; else its name, which the current folder may see. */
function tsx(): string {
  try {
    return import.meta.resolve("tsx/esm/api");
  } catch {
    return "tsx/esm/api";
  }
}

/**
 * The code with which a worker thread begins. Where this package runs from its sources, or the trial's module is TypeScript, it
 * goes through tsx if there is one: the flags with which the main thread was started for that do not reach a worker's modules.
 *
 * @param module - the URL of the trial's module
 */
export function workerCode(module: string): string {
  const own = new URL(isTypeScript(import.meta.url) ? "./worker.ts" : "./worker.js", import.meta.url).href;
  const serve = `import(${JSON.stringify(own)}).then(({ serveTrials }) => serveTrials())`;
  if (![own, module].some(isTypeScript)) return serve;
  return `import(${JSON.stringify(tsx())}).then(({ register }) => register(), () => {}).then(() => ${serve})`;
}
