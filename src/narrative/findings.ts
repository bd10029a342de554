import type {ReportView} from "../facts/view.js";
import {type FigureOrMissing, isMissing} from "../figures/figure.js";
import {say} from "../words/say.js";

/** The findings of figures that could be drawn, as sentences. */
export const findings = (view: ReportView, figures: readonly FigureOrMissing[]): string[] =>
  figures.flatMap((figure) => (isMissing(figure) ? [] : [`${figure.title}${say(view, {zh: "。", en: "."})}`]));
