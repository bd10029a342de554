import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadFolder} from "../../loaders/proposing/command/trial.js";
import {readExports} from "../../loaders/read-report.js";

/** Reads a report folder as the command does. */
export const read: ReadFolder = (folder, temp) => readExports(folder, {temp, progress: silentProgress});
