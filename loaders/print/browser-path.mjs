// Plain JavaScript, since the tests ask for a browser before anything is installed that reads TypeScript.
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome.exe",
  "msedge.exe",
];

/** Where the browsers stand when they are not on the path. */
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((rest) =>
      join(process.env[name] ?? "", rest),
    ),
  ),
];

/**
 * The Chromium, Chrome or Edge of this machine: the one that the environment variable CHROMIUM names and no other, else
 * one on the path or where such programs are installed; undefined where there is none.
 */
export function browserPath(env = process.env) {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : undefined;
  const onPath = (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/** Root's browser runs without its sandbox, which will not start for root. */
export const launchArguments = () => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);
