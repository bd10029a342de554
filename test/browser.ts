import {type Browser, chromium} from "playwright-core";
import {browserPath, launchArguments} from "../loaders/print/browser-path.mjs";

/** The Chromium of this machine, or the one that `test/run.mjs` downloaded. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({executablePath: browserPath() ?? chromium.executablePath(), args: launchArguments()});
