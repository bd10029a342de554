import {tierName, tiersBestFirst} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatMonth} from "../../words/format.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";
import {movesAdded} from "./moves-added.js";

type Move = Row<"frozen_tier_moves">;

/** From the tiers that the last edition published and froze to those of now, and which of them would be others today. */
export function tierSinceEdition(view: ReportView): FigureOrMissing {
  const id = "tier-since-edition";
  const moves = view.rows("frozen_tier_moves");
  const codes = tiersBestFirst(view).map(({tier}) => tier);
  const [first] = moves;
  if (!first || codes.length === 0) return noEdition(view, id);
  const sum = (rows: readonly Move[]) => rows.reduce((total, row) => total + row.customers, 0);
  const at = (from: string, to: string) => sum(moves.filter((row) => row.frozen_tier === from && row.now_tier === to));
  const known = moves.filter((row) => row.frozen_tier !== "(new)");
  // A tier that the rule has no more still stands where it was published.
  const gone = [...new Set(known.map((row) => row.frozen_tier))].filter((tier) => !codes.includes(tier)).sort();
  const place = (tier: string) => codes.indexOf(tier);
  const stayed = known.filter((row) => place(row.frozen_tier) >= 0 && place(row.now_tier) >= 0);
  const up = sum(stayed.filter((row) => place(row.now_tier) < place(row.frozen_tier)));
  const down = sum(stayed.filter((row) => place(row.now_tier) > place(row.frozen_tier)));
  const [joined, left] = [sum(moves) - sum(known), sum(known.filter((row) => row.now_tier === "(lost)"))];
  const closing = codes.map((to) => sum(moves.filter((row) => row.now_tier === to)));
  const changed = sum(known.filter((row) => row.recounted_tier !== row.frozen_tier));
  const month = formatMonth(first.month, view);
  const again =
    changed === 0
      ? say(view, {zh: "按现在的记录重算，当时的等级一户不变", en: "counted again today, none of its tiers differs"})
      : say(view, {
          zh: `按现在的记录重算，当时有 ${changed} 户会是别的等级`,
          en: `counted again today, ${counted(changed, "customer")} would have had another tier then`,
        });
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `自${month}发布以来，等级升 ${up} 户、降 ${down} 户`,
      en: `${up} rose and ${down} fell since the tiers published for ${month}`,
    }),
    subtitle: say(view, {
      zh: `行：${first.edition} 版发布的等级；列：现在的等级；户数`,
      en: `Rows: tier as published in edition ${first.edition}; columns: tier now; customers`,
    }),
    columns: [
      column("frozen_tier", say(view, {zh: "发布时", en: "As published"})),
      ...codes.map((code) => column(code, tierName(view, code), "count")),
      column("lost", say(view, {zh: "期末不在", en: "Gone by now"}), "count"),
      column("opening", say(view, {zh: "期初合计", en: "Opening"}), "count"),
      column("changed", say(view, {zh: "重算不同", en: "Counted otherwise"}), "count"),
    ],
    rows: [
      ...[...codes, ...gone].map((from) => [
        tierName(view, from),
        ...codes.map((to) => at(from, to)),
        at(from, "(lost)"),
        sum(known.filter((row) => row.frozen_tier === from)),
        sum(known.filter((row) => row.frozen_tier === from && row.recounted_tier !== from)),
      ]),
      [say(view, {zh: "新增", en: "New"}), ...codes.map((to) => at("(new)", to)), null, null, null],
      [say(view, {zh: "期末合计", en: "Closing"}), ...closing, null, sum(moves) - left, changed],
    ],
    n: sum(known),
    method: say(view, {
      zh: "等级随每一版存入 history/，以后不改；补到的记录或改过的规则只会让“重算不同”变化",
      en: "tiers are kept with each edition in history/ and never change; late records or a changed rule show as “counted otherwise”",
    }),
    marts: ["frozen_tier_moves", "tier_levels"],
    worked: movesAdded(view, {body: codes.map((from) => codes.map((to) => at(from, to))), codes, up, down}),
    notes: [
      say(view, {
        zh: `新增 ${joined} 户，期末不在 ${left} 户；${again}。`,
        en: `${joined} joined and ${left} are none now; ${again}.`,
      }),
      say(view, {
        zh: `核对：期初 ${sum(known)} ＋ 新增 ${joined} − 期末不在 ${left} ＝ 期末 ${sum(moves) - left}。`,
        en: `Check: opening ${sum(known)} + new ${joined} − gone ${left} = closing ${sum(moves) - left}.`,
      }),
    ],
  });
}

function noEdition(view: ReportView, id: string): FigureOrMissing {
  const shown = say(view, {
    zh: "与上一版冻结的等级相比，谁升谁降",
    en: "who rose and fell beside the tiers frozen in the last edition",
  });
  const [before, after] =
    view.language === "zh"
      ? ["还没有发布过更早的月份（npm run publish）；发布后，这里会显示", "。"]
      : ["No earlier month was published (npm run publish); once one is, ", " will stand here."];
  return {id, missing: ["customers", "orders"], message: `${before}${shown}${after}`, parts: [before!, shown, after!]};
}
