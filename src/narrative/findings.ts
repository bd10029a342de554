import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {say} from "../words/say.js";

/**
 * The findings of figures as sentences, in the order asked for; none of those that could not be drawn.
 *
 * @throws Error for an id that no figure has
 */
export const findings = (view: ReportView, drawn: DrawnFigures, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const figure = drawn[id];
    if (!figure) throw new Error(`no figure ${id} in the report`);
    return "missing" in figure ? [] : [`${figure.title}${say(view, {zh: "。", en: "."})}`];
  });
