import type {FigureEntry} from "./figure-entry.js";
import {importFiles} from "./import-files.js";

export const dataQualityFigures: readonly FigureEntry[] = [{id: "import-files", draw: importFiles}];
