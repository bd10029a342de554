import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";
import {ReportError} from "../messages/errors.js";
import {browserPath, launchArguments} from "./browser-path.mjs";
import {fillPages} from "./fill-pages.js";

/**
 * The Chromium, Chrome or Edge of this machine; the environment variable CHROMIUM names another.
 *
 * @throws ReportError `browser_missing`
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const found = browserPath(env);
  if (found) return found;
  throw missing(
    env.CHROMIUM
      ? {
          zh: `CHROMIUM 指的 ${env.CHROMIUM} 不存在。`,
          en: `CHROMIUM names ${env.CHROMIUM}, which does not exist.`,
        }
      : {
          zh: "这台电脑上没有找到 Chrome、Edge 或 Chromium，PDF 由它们打印。",
          en: "no Chrome, Edge or Chromium was found on this machine; one of them prints the PDF.",
        },
  );
}

const missing = (what: {zh: string; en: string}): ReportError =>
  new ReportError("browser_missing", "pdf", {
    what,
    fix: {
      zh: "安装其中一个，或用环境变量 CHROMIUM 指明它在哪里，如 CHROMIUM=/opt/chromium/chrome npm run pdf",
      en: "install one of them, or say where it is: CHROMIUM=/opt/chromium/chrome npm run pdf",
    },
  });

/** Longer than any report takes; a browser that hangs is ended. */
const patience = 600_000;

/** Prints a file of HTML as PDF, without any request: scripts are off, and it holds all it needs. */
export async function printFile(executablePath: string, html: string): Promise<Buffer> {
  const browser = await chromium.launch({executablePath, args: launchArguments(), timeout: patience});
  try {
    const page = await browser.newPage({javaScriptEnabled: false});
    page.setDefaultTimeout(patience);
    await page.goto(pathToFileURL(html).href, {timeout: patience});
    await fillPages(page);
    return await page.pdf({preferCSSPageSize: true, printBackground: true});
  } finally {
    await browser.close();
  }
}
