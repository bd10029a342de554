import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadFolder} from "../../loaders/proposing/command/trial.js";
import {readReport} from "../../loaders/read-report.js";

/** Reads a report folder as the command does. */
export const read: ReadFolder = async (folder, temp) => {
  const {imported, period} = await readReport(folder, {temp, progress: silentProgress});
  return {accounts: imported.accounts, month: period.month};
};
