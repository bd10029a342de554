import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns} from "../forms/table.js";

type Wallet = Row<"share_of_wallet">;

/** Our part of what customers spend on the category, two ways: as they state it, and by the rank they give us. */
export function shareOfWallet(view: ReportView): FigureOrMissing {
  const id = "share-of-wallet";
  const rows = view.rows("share_of_wallet");
  const total = rows.find(({member}) => member === "all");
  if (!total || (total.stated === null && total.by_rule === null))
    return missingFigure(view, {id, needs: ["surveys"], shows: {zh: "钱包份额", en: "share of wallet"}});
  const zh = view.language === "zh";
  const tiers = inOrder(view, {
    dimension: "tier",
    members: rows.filter(({member}) => member !== "all").map((row) => ({...row, n: row.customers})),
  });
  const shown = [total, ...tiers];
  const label = (member: string) =>
    member === "all" ? (zh ? "全部" : "All") : memberName(view, {dimension: "tier", member});
  const [stated, rule] = [points(shown, "stated"), points(shown, "by_rule")];
  const title = finding(view, total);
  return {
    id,
    title,
    subtitle: zh
      ? `钱包份额，两种算法，按客户等级；${periodName(view)}`
      : `Share of wallet, two ways, by tier; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    categories: shown.map(({member}) => label(member)),
    category_kind: "text",
    category_title: zh ? "客户等级" : "Tier",
    value_title: zh ? "钱包份额" : "Share of wallet",
    series: [
      {id: "stated", name: zh ? "所述支出法" : "Stated spend", points: stated},
      {id: "by_rule", name: zh ? "排名规则法" : "Rank rule", points: rule},
    ],
    table: tableOf(view, {shown, label, stated, rule}),
    n: total.customers ?? total.ranked_customers ?? 0,
    method: zh
      ? "所述法：比率，按客户聚类；规则法：均值 t 区间"
      : "stated: ratio clustered by customer; rule: t interval of the mean",
    metrics: ["share_of_wallet"],
    marts: ["share_of_wallet"],
    notes: [
      zh
        ? "排名规则：(1 − 排名/(品牌数+1)) × 2/品牌数，只算评了两个以上品牌的人。两种算法含义不同，不可混用。"
        : "Rank rule: (1 − rank/(brands+1)) × 2/brands, among raters of two brands or more. The two are different things.",
    ],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

const points = (shown: readonly Wallet[], name: "stated" | "by_rule"): Point[] =>
  shown.map((row) => ({
    value: row[name],
    lo: row[`${name}_lo`],
    hi: row[`${name}_hi`],
    n: name === "stated" ? row.customers : row.ranked_customers,
    flag:
      row[name] === null
        ? "suppressed"
        : ((name === "stated" ? row.customers : row.ranked_customers) ?? 0) < 30
          ? "hollow"
          : "",
  }));

function finding(view: ReportView, total: Wallet): string {
  const text = formatNumber(total.stated, "share", view);
  const interval = formatInterval([total.stated_lo, total.stated_hi], "share", view);
  return view.language === "zh"
    ? `受访客户的品类支出中，我们占 ${text}（${interval}）；按排名规则为 ${formatNumber(total.by_rule, "share", view)}`
    : `Of what raters spend on the category we have ${text} (${interval}); by the rank rule ${formatNumber(total.by_rule, "share", view)}`;
}

function tableOf(
  view: ReportView,
  {
    shown,
    label,
    stated,
    rule,
  }: {
    shown: readonly Wallet[];
    label: (member: string) => string;
    stated: readonly Point[];
    rule: readonly Point[];
  },
): FigureTable {
  const zh = view.language === "zh";
  return {
    columns: [
      column("tier", zh ? "客户等级" : "Tier"),
      column("stated", zh ? "所述支出法" : "Stated spend", "share"),
      ...limitColumns(view, "share", "stated"),
      column("customers", "n", "count"),
      column("by_rule", zh ? "排名规则法" : "Rank rule", "share"),
      ...limitColumns(view, "share", "by_rule"),
      column("ranked", "n", "count"),
    ],
    rows: shown.map((row, i) => [
      label(row.member),
      stated[i]!.value,
      stated[i]!.lo ?? null,
      stated[i]!.hi ?? null,
      row.customers,
      rule[i]!.value,
      rule[i]!.lo ?? null,
      rule[i]!.hi ?? null,
      row.ranked_customers,
    ]),
  };
}
