import {isMissing} from "../../../src/figures/figure.js";
import type {Tile} from "../../../src/figures/overview/tile-shape.js";
import {formatMonth, formatNumber} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import type {Unit} from "../../../src/words/unit.js";
import type {DownloadInput} from "./input.js";

/**
 * Numbers and findings by the names that a company's own slides call them by: `csat.value`, `complaint_rate.change`,
 * `finding.churn-causes`, `month`. Texts are ready to stand in a sentence.
 */
export function tagsOf(input: DownloadInput, language: Language): Record<string, string> {
  const {report} = input;
  const {figures, boards = {}} = input.figures[language];
  const board = boards.overview;
  return {
    company: report.company[language],
    ...(report.month ? {month: formatMonth(report.month, {language})} : {}),
    ...(board ? {headline: board.title} : {}),
    ...Object.fromEntries((board?.said ?? []).map((text, at) => [`said.${at + 1}`, text])),
    ...Object.assign({}, ...(board?.measures ?? []).map((tile) => measureTags(tile, language))),
    ...Object.fromEntries(
      Object.entries(figures).flatMap(([id, figure]) =>
        isMissing(figure)
          ? []
          : [
              [`finding.${id}`, figure.title],
              [`about.${id}`, figure.subtitle],
            ],
      ),
    ),
  };
}

const cellNames = {month: "last_month", year: "last_year", window: "window", target: "target"} as const;

function measureTags(tile: Tile, language: Language): Record<string, string> {
  const {id, label, value, small, verdict, number, cells} = tile;
  const [interval, ...base] = small.split(" · ");
  const tags: Record<string, string> = {[`${id}.value`]: value, [`${id}.name`]: label, [`${id}.verdict`]: verdict};
  if (number.lo !== null && interval) tags[`${id}.interval`] = interval;
  if (base.length > 0) tags[`${id}.base`] = base.join(" · ");
  for (const cell of cells) tags[`${id}.${cellNames[cell.id]}`] = cell.value;
  const [month, year] = [cells.find((cell) => cell.id === "month"), cells.find((cell) => cell.id === "year")];
  if (month) tags[`${id}.change`] = changeText(number, month, language);
  if (year) tags[`${id}.change_year`] = changeText(number, year, language);
  return tags;
}

/** "+2.1 points (could be chance)": a change that cannot be told from chance is never given without saying so. */
function changeText(
  {value, unit}: {value: number | null; unit: Unit},
  {number, mark}: Tile["cells"][number],
  language: Language,
): string {
  if (value === null) return "–";
  const zh = language === "zh";
  const change = value - number;
  const size =
    unit === "share"
      ? `${formatNumber(Math.abs(change) * 100, "points", {language, bare: true}).replace("+", "")}${zh ? " 个百分点" : " points"}`
      : formatNumber(Math.abs(change), unit, {language}).replace("+", "");
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${sign}${size}${mark === "~" ? (zh ? "（可能是波动）" : " (could be chance)") : ""}`;
}
