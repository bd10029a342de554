import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";

/** Three choices and the place of table and picture; script fills them, and without it a sentence says where the numbers are. */
export function exploreHtml(
  measures: readonly {readonly id: string; readonly name: string}[],
  {language, root}: {language: Language; root: string},
): string {
  const word = words[language];
  if (measures.length === 0) return `<p class="missing">${word.no_figure}</p>`;
  const choice = (name: string, label: string, options = "") =>
    `<label>${label}<select name="${name}">${options}</select></label>`;
  const options = measures.map(({id, name}) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`);
  const texts = {
    window: word.explore_window,
    months: word.explore_months,
    value: word.explore_value,
    interval: word.interval,
    base: word.base,
    group: word.explore_group,
    month: word.month,
    suppressed: word.suppressed,
    hollow: word.hollow,
    provisional: word.provisional,
    partial: word.partial,
    missing: word.missing,
    reason: word.suppressed_reason,
    failed: word.explore_failed,
  };
  return [
    `<noscript><p class="missing">${word.explore_script}<a href="downloads.html">${word.download}</a></p></noscript>`,
    `<form class="explore" data-root="${root}explore/${language}/" data-language="${language}" data-texts="${escapeHtml(JSON.stringify(texts))}" hidden>`,
    choice("m", word.explore_measure, options.join("")),
    choice("d", word.explore_dimension),
    choice("p", word.explore_period),
    "</form>",
    `<div class="figure explored" aria-live="polite" hidden></div>`,
  ].join("\n");
}
