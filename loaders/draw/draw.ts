import {type Drawn, drawnReport} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";
import type {ReadReport} from "../publish/report.js";
import {reportView} from "../publish/view.js";

/** Turns published tables into figures, sentences and the front page, once per language. */
export const drawReport = (read: ReadReport): Partial<Record<Language, Drawn>> =>
  Object.fromEntries(
    read.folder.settings.languages.map((language) => [language, drawnReport(reportView(language, read))]),
  );
