import {readdirSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, extname} from "node:path";
import {ReportError} from "../messages/errors.js";

/** What Framework's build says while it runs, line by line. */
export type FrameworkLog = (level: "log" | "warn" | "error", line: string) => void;

interface BuildModule {
  build(options: {config: object}, effects: object): Promise<void>;
  FileBuildEffects: new (output: string, cache: string, streams: object) => object;
}

interface ConfigModule {
  normalizeConfig(spec: object): {root: string; output: string; loaders: {interpreters: Map<string, unknown>}};
}

/**
 * Runs Framework's build inside this process, with its network taken away: a page that asks for a library which is not
 * in the cache fails with its name, instead of getting the newest from a server.
 *
 * @throws ReportError where a page asks for such a library.
 */
export async function buildWithFramework(
  spec: object,
  {cache, log}: {cache: string; log: FrameworkLog},
): Promise<void> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";
  shareWindow();
  // Framework declares no types and no exports; by file, at the pinned version.
  const dist = "@observablehq/framework/dist";
  const {build, FileBuildEffects} = (await import(`${dist}/build.js`)) as BuildModule;
  const {normalizeConfig} = (await import(`${dist}/config.js`)) as ConfigModule;
  const config = normalizeConfig(spec);
  keepUsed(config.loaders.interpreters, config.root);
  const say =
    (level: "log" | "warn" | "error") =>
    (...parts: unknown[]) =>
      log(level, parts.map(String).join(" "));
  const logger = {log: say("log"), warn: say("warn"), error: say("error"), info: say("log")};
  const effects = new FileBuildEffects(config.output, cache, {logger, output: {write: () => true}});
  const network = globalThis.fetch;
  const refused: string[] = [];
  globalThis.fetch = async (input) => {
    refused.push(String(input instanceof Request ? input.url : input));
    throw new Error(`no network: ${refused.at(-1)}`);
  };
  const quiet = silence();
  try {
    await build({config}, effects);
  } catch (error) {
    if (refused.length > 0) throw unavailable(refused[0] ?? "");
    throw error;
  } finally {
    globalThis.fetch = network;
    quiet.end();
  }
}

/**
 * For every address in a page Framework searches the folders for a loader in each of twelve languages, of the file and of
 * archives that could hold it: half the time of a small site. Languages that no file of the site ends in are left out.
 *
 * @example sales.csv.py keeps ".py"
 */
function keepUsed(interpreters: Map<string, unknown>, root: string): void {
  const files = readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((file) => !file.startsWith(".observablehq"))
    .map((file) => basename(file));
  const used = new Set(files.filter((file) => /[^.]\.[^.]+\.[^.]+$/.test(file)).map((file) => extname(file)));
  for (const end of [...interpreters.keys()]) if (!used.has(end)) interpreters.delete(end);
}

/**
 * Framework opens a window of jsdom for every piece of HTML, some ten a page, at 10 ms and 2 MB each, only to parse it.
 * One window's parser does the same. To be called before Framework is imported, which takes the class by name.
 */
function shareWindow(): void {
  const framework = createRequire(import.meta.url).resolve("@observablehq/framework/dist/html.js");
  const jsdom = createRequire(framework)("jsdom") as JsdomModule;
  if (jsdom.JSDOM.name === "ParsedHtml") return;
  const {window} = new jsdom.JSDOM();
  jsdom.JSDOM = class ParsedHtml {
    readonly window: JsdomWindow;
    constructor(html = "") {
      const document = new window.DOMParser().parseFromString(html, "text/html");
      this.window = {document, DOMParser: window.DOMParser};
    }
  };
}

interface JsdomModule {
  JSDOM: new (html?: string) => {readonly window: JsdomWindow};
}

interface JsdomWindow {
  readonly document: unknown;
  readonly DOMParser: new () => {parseFromString: (text: string, type: string) => unknown};
}

/** Framework prints some things past its logger. */
function silence(): {end: () => void} {
  const {log, warn, error} = console;
  const write = process.stdout.write;
  console.log = console.warn = console.error = () => {};
  process.stdout.write = ((chunk: string) =>
    String(chunk).startsWith("npm:") ? true : write.call(process.stdout, chunk)) as typeof write;
  return {
    end: () => {
      Object.assign(console, {log, warn, error});
      process.stdout.write = write;
    },
  };
}

function unavailable(address: string): ReportError {
  const name = /(?:\/npm\/|npmjs\.org\/|jsr\.io\/)((?:@[^/]+\/)?[^@?/]+)/.exec(address)?.[1] ?? address;
  return new ReportError("page_library_unavailable", `src: ${name}`, {
    what: {
      zh: `有页面使用了库 “${name}”，它不在随附的库之中，而构建不联网。`,
      en: `a page uses the library "${name}", which does not come with the report, and a build does not use the network.`,
    },
    fix: {
      zh: "改用随附的库（d3、Plot、Inputs、htl、arquero …），或把文件放进页面旁边再导入。",
      en: "use one that comes with it (d3, Plot, Inputs, htl, arquero …), or put the file beside the page and import it from there.",
    },
  });
}
