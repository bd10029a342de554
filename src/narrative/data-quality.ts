import {importFiles} from "../figures/import-files.js";
import type {ReportView} from "../report-view.js";
import {say} from "./say.js";

/** What was read and what was not. */
export const dataQualitySentences = (view: ReportView): string[] => [
  `${importFiles(view).title}${say(view, {zh: "。", en: "."})}`,
];
