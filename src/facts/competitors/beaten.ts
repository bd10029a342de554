import {brandName, itemName} from "../../words/codes.js";
import {listed, say} from "../../words/say.js";
import type {ReportView} from "../view.js";
import {gapRows} from "./rows.js";

/** "5 个对手中 3 个至少有一项领先于我们：甲（2 项）、乙（1 项）": whoever is ahead, not only whom most people rated. */
export function beatenFinding(view: ReportView): string {
  const rows = gapRows(view).filter(({brand}) => brand !== "(others)");
  const rivals = [...new Set(rows.map(({brand}) => brand))];
  const losses = rivals
    .map((brand) => ({brand, items: rows.filter((row) => row.brand === brand && row.verdict === "behind")}))
    .filter(({items}) => items.length > 0)
    .sort((a, b) => b.items.length - a.items.length || (a.brand < b.brand ? -1 : 1));
  if (losses.length === 0)
    return say(view, {
      zh: `${rivals.length} 个对手没有一个在任何一项上明显领先于我们`,
      en:
        rivals.length === 1
          ? `${brandName(view, rivals[0]!)} is not clearly ahead of us on any attribute`
          : `None of ${rivals.length} rivals is clearly ahead of us on any attribute`,
    });
  const named = losses.map(({brand, items}) => {
    const on =
      items.length > 2
        ? say(view, {zh: `${items.length} 项`, en: `${items.length} attributes`})
        : listed(
            view,
            items.map(({item}) => itemName(view, item)),
          );
    return say(view, {zh: `${brandName(view, brand)}（${on}）`, en: `${brandName(view, brand)} (${on})`});
  });
  return say(view, {
    zh: `${rivals.length} 个对手中 ${losses.length} 个至少有一项领先于我们：${listed(view, named)}`,
    en: `${losses.length} of ${rivals.length} rivals ${losses.length === 1 ? "is" : "are"} ahead of us on at least one attribute: ${listed(view, named)}`,
  });
}
