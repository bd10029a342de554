import type {ServerResponse} from "node:http";
import type {Bilingual, Language} from "../../src/words/language.js";
import {serveSite} from "../cli/serve.js";
import {escapeHtml} from "../site/html/escape.js";

export interface Preview {
  readonly address: string;
  /** Every open page is loaded again, with the problem above it, if there is one. */
  readonly refresh: (problem?: Bilingual) => void;
  readonly close: () => Promise<void>;
}

/** Asks for the page again once the server has something newer than this page. */
const script = `const {version} = document.currentScript.dataset;
new EventSource("/_preview/events").onmessage = ({data}) => { if (data !== version) location.reload(); };`;

const style = `.preview-problem { position: relative; z-index: 20; margin: 0; padding: 1rem 1.5rem; background: #801650; color: #fff; font-size: 1rem; line-height: 1.5; }
.preview-problem pre { margin: 0.4rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }`;

const titles: Bilingual = {
  zh: "下面是上一次的报告：改动有问题，改好后本页自动更新。",
  en: "The report below is the one before: a change has a problem. This page follows as soon as it is mended.",
};

/** Serves the site of a folder as it is at each moment, and tells open pages when it has changed. */
export async function servePreview(
  folder: string,
  {port, language}: {port: number | undefined; language: Language},
): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let version = `${process.pid}.0`;
  let problem: Bilingual | undefined;
  const {address, close} = await serveSite(folder, {
    ...(port === undefined ? {} : {port}),
    before(request, response) {
      const [, name] = /^\/_preview\/([\w.]+)/.exec(request.url ?? "") ?? [];
      if (name === undefined) return false;
      if (name === "events") {
        response.writeHead(200, {"content-type": "text/event-stream", "cache-control": "no-cache"});
        response.write(`data: ${version}\n\n`);
        listeners.add(response);
        response.on("close", () => listeners.delete(response));
      } else if (name === "reload.js") response.writeHead(200, {"content-type": "text/javascript"}).end(script);
      else response.writeHead(200, {"content-type": "text/css"}).end(style);
      return true;
    },
    page(path, html) {
      if (html === undefined && problem === undefined) return undefined;
      const spoken = path.startsWith("/en/") ? "en" : path.startsWith("/zh/") ? "zh" : language;
      return withPreview(html ?? `<html lang="${spoken}"><head><meta charset="utf-8"></head><body></body></html>`, {
        version,
        problem: problem && {title: titles[spoken], text: problem[spoken]},
      });
    },
  });
  return {
    address,
    refresh(found) {
      problem = found;
      version = `${process.pid}.${Number(version.split(".")[1]) + 1}`;
      for (const listener of listeners) listener.write(`data: ${version}\n\n`);
    },
    close,
  };
}

function withPreview(
  html: string,
  {version, problem}: {version: string; problem: {title: string; text: string} | undefined},
): string {
  const head = `<link rel="stylesheet" href="/_preview/preview.css"><script src="/_preview/reload.js" data-version="${version}" defer></script>`;
  const banner = problem
    ? `<div class="preview-problem" role="alert"><strong>${escapeHtml(problem.title)}</strong><pre>${escapeHtml(problem.text)}</pre></div>`
    : "";
  return html.replace(/<\/head>/i, (end) => `${head}${end}`).replace(/<body[^>]*>/i, (start) => `${start}${banner}`);
}
