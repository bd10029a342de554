import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {causeName} from "./relation-names.js";
import {column} from "./table-figure.js";

const shows = {zh: "流失原因：产品、服务、价格或其他", en: "why they left: product, service, price or other"};
const needs = ["churn_interviews"];

/** Causes in the window, or of all records where the window has none. */
export function causeRows(view: ReportView): MartRow[] {
  const of = (period: string) => view.rows("churn_causes").filter((row) => row.period === period);
  return of("window").some(({cause}) => cause !== "unknown") ? of("window") : of("all");
}

/** Everybody lost by one cause each, the unknown as a bar of their own; the whisker is how far it could go. */
export function churnCauses(view: ReportView): FigureOrMissing {
  const id = "churn-causes";
  const rows = causeRows(view);
  const known = rows
    .filter(({cause}) => cause !== "unknown")
    .sort((a, b) => Number(b.customers) - Number(a.customers) || (String(a.cause) < String(b.cause) ? -1 : 1));
  const unknown = rows.find(({cause}) => cause === "unknown");
  const first = known[0];
  if (!first) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const all = Number(first.lost);
  const asked = known.reduce((sum, {customers}) => sum + Number(customers), 0);
  const share = (value: unknown) => formatNumber(Number(value), "share", view);
  const interval = formatInterval([Number(first.lo), Number(first.hi)], "share", view);
  const missing = unknown ? Number(unknown.customers) / all : 0;
  const title = zh
    ? `说明了原因的 ${asked} 户中，${causeName(view, String(first.cause))}最多：${share(first.value)}（${interval}）；${share(missing)} 原因未知`
    : `Of ${asked} who said why, most left for ${causeName(view, String(first.cause)).toLowerCase()}: ${share(first.value)} (${interval}); ${share(missing)} unknown`;
  const shown = [...known, ...(unknown ? [unknown] : [])];
  const figure = estimateFigure(view, {
    id,
    title,
    subtitle: zh
      ? `各原因 ÷ 全部流失 ${all} 户，每户一个主因；须线：未知者全不是或全是此因；${periodName(view)}`
      : `Each cause ÷ all ${all} lost, one main cause each; whiskers: none or all of the unknown added; ${periodName(view)}`,
    form: "bars",
    unit: "share",
    labels: zh ? "原因" : "Cause",
    name: zh ? "占流失" : "Of all lost",
    metric: "reason_share",
    marts: ["churn_causes"],
    n: all,
    rows: shown.map((row) => ({
      label: causeName(view, String(row.cause)),
      value: Number(row.customers) / all,
      lo: Number(row.least),
      hi: Number(row.most),
      n: Number(row.customers),
    })),
    method: zh
      ? "已知部分：Goodman 联合 95% 区间；须线为未知的上下界"
      : "known part: Goodman simultaneous 95% intervals; whiskers are bounds for the unknown",
    notes:
      missing > 0.2
        ? [
            zh
              ? "超过五分之一原因未知：占比只是下限，先提高访谈覆盖率。"
              : "More than a fifth is unknown: shares are lower bounds; interview more.",
          ]
        : [],
  });
  return {
    ...figure,
    table: {
      columns: [
        column("cause", zh ? "原因" : "Cause"),
        column("customers", zh ? "客户" : "Customers", "count"),
        column("known_share", zh ? "占已知" : "Of the known", "share"),
        column("lo", zh ? "下限" : "Lower", "share"),
        column("hi", zh ? "上限" : "Upper", "share"),
        column("least", zh ? "占全部（至少）" : "Of all, at least", "share"),
        column("most", zh ? "占全部（至多）" : "Of all, at most", "share"),
        column("amount", zh ? "流失月费" : "Monthly amount lost", "money"),
        column("amount_share", zh ? "占流失月费" : "Of the amount lost", "share"),
      ],
      rows: shown.map((row) => [
        causeName(view, String(row.cause)),
        ...(["customers", "value", "lo", "hi", "least", "most", "monthly_amount", "amount_share"] as const).map(
          (name) => row[name] as number | null,
        ),
      ]),
    },
  };
}

/** What the lost customers paid a month, by cause. */
export function churnRevenue(view: ReportView): FigureOrMissing {
  const id = "churn-revenue";
  const rows = causeRows(view)
    .filter(({monthly_amount}) => monthly_amount !== null)
    .sort((a, b) => Number(b.monthly_amount) - Number(a.monthly_amount));
  const all = rows.reduce((sum, row) => sum + Number(row.monthly_amount), 0);
  const first = rows.find(({cause}) => cause !== "unknown");
  if (!first || all === 0)
    return missingFigure(view, {id, needs, shows: {zh: "流失的月费，按原因", en: "revenue lost by cause"}});
  const zh = view.language === "zh";
  const money = (value: unknown) => formatNumber(Number(value), "money", view);
  const share = formatNumber(Number(first.amount_share), "share", view);
  return estimateFigure(view, {
    id,
    title: zh
      ? `流失的月费共 ${money(all)} 元，已知原因中${causeName(view, String(first.cause))}最多：${money(first.monthly_amount)} 元（${share}）`
      : `${money(all)} a month was lost; of known causes most for ${causeName(view, String(first.cause)).toLowerCase()}: ${money(first.monthly_amount)} (${share})`,
    subtitle: zh
      ? `流失客户离开时的月费，按主因；${periodName(view)}`
      : `What lost customers paid a month when they left, by main cause; ${periodName(view)}`,
    form: "bars",
    unit: "money",
    labels: zh ? "原因" : "Cause",
    name: zh ? "流失月费" : "Monthly amount lost",
    metric: "revenue_retention",
    marts: ["churn_causes"],
    n: rows.reduce((sum, row) => sum + Number(row.customers), 0),
    rows: rows.map((row) => ({
      label: causeName(view, String(row.cause)),
      value: Number(row.monthly_amount),
      n: Number(row.customers),
    })),
    method: zh ? "合计；少于 5 户的原因不显示金额" : "sums; no amount shown for fewer than 5 customers",
  });
}
