import {existsSync} from "node:fs";
import {type Browser, chromium} from "playwright-core";

/** The Chromium that `test/run.mjs` found or installed. */
export function launchBrowser(): Promise<Browser> {
  const named = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = named.find((path) => path && existsSync(path)) ?? chromium.executablePath();
  return chromium.launch({executablePath, args: ["--no-sandbox"]});
}
