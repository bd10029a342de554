import type {Row} from "../../marts/list.js";
import {marksAbout} from "../../metrics/breaks.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {categoryAt} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";
import {gapRows} from "./rows.js";

type Change = Row<"brand_gap_changes">;

/** Own score and lead in one sentence: rising while the lead shrinks is what own trends hide. */
export function trendFinding(view: ReportView, {change, rival}: {change: Change; rival: string}): string {
  const at = (wave: string) => gapRows(view, wave).find((row) => row.brand === rival && row.item === change.item);
  const gap = (wave: string) => at(wave)?.gap ?? null;
  const [from, to] = [gap(change.from), gap(change.to)].map((value) => formatNumber(value, "score", view));
  const name = brandName(view, rival);
  // As the gap: of the first and the last wave; the trend over all waves says whether it is a change.
  const [first, last] = [change.from, change.to].map((wave) => formatNumber(at(wave)?.own ?? null, "score", view));
  const [isRise, isFall] = [(change.own_lo ?? 0) > 0, (change.own_hi ?? 0) < 0];
  const shrank = change.gap_change < 0;
  const self = isRise
    ? say(view, {zh: `自己的分数上升（${first} → ${last}）`, en: `our own score rose (${first} to ${last})`})
    : isFall
      ? say(view, {zh: `自己的分数下降（${first} → ${last}）`, en: `our own score fell (${first} to ${last})`})
      : say(view, {zh: "自己的分数升降尚不能判断", en: "whether our own score changed cannot be told"});
  const but = isRise === shrank ? say(view, {zh: "，但", en: ", yet "}) : say(view, {zh: "，", en: ", and "});
  return `${itemName(view, change.item)}${say(view, {zh: "：", en: ": "})}${self}${but}${moved()}`;

  function moved(): string {
    if (!isSureChange(change))
      return say(view, {
        zh: `对${name}的评分差由 ${from} 到 ${to} 分，是否变化尚不能判断`,
        en: `the gap to ${name} went from ${from} to ${to}, which may be chance`,
      });
    if (shrank && (gap(change.from) ?? 0) > 0)
      return (gap(change.to) ?? 0) > 0
        ? say(view, {
            zh: `对${name}的领先由 ${from} 缩小到 ${to} 分`,
            en: `our lead over ${name} shrank from ${from} to ${to}`,
          })
        : say(view, {
            zh: `对${name}的领先 ${from} 分已经失去（现为 ${to}）`,
            en: `our lead of ${from} over ${name} is gone (now ${to})`,
          });
    return shrank
      ? say(view, {
          zh: `比${name}落后得更多：${from} → ${to} 分`,
          en: `we fell further behind ${name}: ${from} to ${to}`,
        })
      : say(view, {
          zh: `相对${name}有改善：${from} → ${to} 分`,
          en: `we gained on ${name}: ${from} to ${to}`,
        });
  }
}

/** From which wave to which, where no chart beside it says so: " (2025-H1 to 2026-H2)". */
export const betweenWaves = (view: ReportView, {from, to}: Change): string =>
  say(view, {zh: `（${from} → ${to}）`, en: ` (${from} to ${to})`});

/** The interval of the change leaves out 0, and it holds among all attributes looked at. */
export const isSureChange = (row: Change): boolean =>
  ((row.gap_hi ?? 0) < 0 || (row.gap_lo ?? 0) > 0) && row.p_adjusted !== null && row.p_adjusted <= 0.05;

/** Whether brands were rated otherwise in the first wave than in the last. */
const isBroken = (view: ReportView, {from, to}: Change): boolean =>
  marksAbout(view, ["brand_gap"]).some(({is_break, category}) => {
    const at =
      is_break &&
      categoryAt(
        category,
        view.rows("brand_ratings").map(({period}) => period),
      );
    return at && at > from && at <= to;
  });

/** Changes against one rival: sure losses first, the greatest first. */
export function changes(view: ReportView, rival: string | undefined): Change[] {
  const isLoss = (row: Change) => row.gap_change < 0 && isSureChange(row);
  return view
    .rows("brand_gap_changes")
    .filter((row) => row.brand === rival && !isBroken(view, row))
    .sort((a, b) => Number(isLoss(b)) - Number(isLoss(a)) || a.gap_change - b.gap_change);
}
