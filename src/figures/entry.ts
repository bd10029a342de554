import type {ReportView} from "../facts/view.js";
import type {FigureOrMissing} from "./figure.js";

/** A figure by the id the pages name, and how it is drawn from a report. */
export interface FigureEntry {
  readonly id: string;
  draw(view: ReportView): FigureOrMissing;
}
