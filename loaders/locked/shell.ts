import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {escapeHtml} from "../site/html/escape.js";
import type {Lock} from "./lock.js";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What the page that asks for the password needs: files of the site, or within a page that stands alone. */
export interface ShellParts {
  readonly script: string;
  readonly style: string;
}

/** Where they lie in a locked site. */
export const shellFiles = {script: "components/unlock.js", style: "components/unlock.css"} as const;

/** The script with its libraries as one file, for the oldest browsers that pages are for. */
export async function shellParts(): Promise<ShellParts> {
  const {browserslist} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {browserslist: string[]};
  const {outputFiles} = await build({
    entryPoints: [join(project, "src", "components", "unlock.ts")],
    ...{bundle: true, minify: true, write: false, format: "iife", platform: "browser", logLevel: "error"},
    target: browserslist.map((name) => name.replace(" ", "")),
    supported: {destructuring: true},
    tsconfigRaw: "{}",
  });
  const style = readFileSync(join(project, "src", "components", "unlock.css"), "utf8");
  return {script: outputFiles[0]?.text ?? "", style};
}

/**
 * A page that asks for the password and holds another, locked. It says nothing of the report: of the page it keeps its
 * place, its language and its policy.
 */
export function shellPage(html: string, {path, lock, parts}: {path: string; lock: Lock; parts: ShellParts}): string {
  // The one-file summary travels alone.
  const isAlone = /(^|\/)downloads\//.test(path);
  const root = "../".repeat(path.split("/").length - 1);
  const [, language = "zh-CN"] = /<html lang="([\w-]+)"/.exec(html) ?? [];
  const style = isAlone ? `<style>${parts.style}</style>` : `<link rel="stylesheet" href="${root}${shellFiles.style}">`;
  const script = isAlone ? `<script>${parts.script}</script>` : `<script src="${root}${shellFiles.script}"></script>`;
  const bytes = Buffer.from(lock.seal(path, Buffer.from(html))).toString("base64");
  const salt = Buffer.from(lock.salt).toString("base64");
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${isAlone ? policyAlone(parts) : policyOf(html)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${language === "en" ? "Locked · 已加密" : "已加密 · Locked"}</title>
<link rel="icon" href="data:,">
${style}
</head>
<body>
${formHtml(language)}
<script type="text/plain" id="locked" data-path="${escapeHtml(path)}" data-root="${root}" data-salt="${salt}" data-rounds="${lock.rounds}">${bytes}</script>
${script}
</body>
</html>
`;
}

function formHtml(language: string): string {
  const both = (zh: string, en: string) => (language === "en" ? `${en} · ${zh}` : `${zh} · ${en}`);
  return `<main>
<form class="unlock" hidden>
<h1>${both("这份报告已加密", "This report is locked")}</h1>
<label>${both("密码", "Password")}<input type="password" autocomplete="current-password" required></label>
<button>${both("打开", "Open")}</button>
<p role="alert" data-text="${both("密码不对", "Wrong password")}"></p>
</form>
<noscript><p>${both("打开要用 JavaScript。", "Opening it needs JavaScript.")}</p></noscript>
</main>`;
}

/** That of the page itself: where two hold, both must allow. */
const policyOf = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ??
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

const policyAlone = ({script}: ShellParts): string =>
  `default-src 'none'; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
