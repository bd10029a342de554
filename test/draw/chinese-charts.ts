import type {Figure, Form, Series} from "../../src/figures/figure.js";
import type {Unit} from "../../src/words/unit.js";

const phrases = [
  "满意率",
  "账单争议与重复扣费",
  "华南大区（含港澳及海外仓直营网点）",
  "因配送延迟、破损、错发引起的换货投诉",
  "App 3.0 内测用户 & 企业微信群",
  "五星",
  "未分级客户（2025 年以前登记，档案未核对）",
  "“到期不续” <主动淘汰>",
  "工单",
  "售后维修—上门服务—缺件二次上门",
];

/** Fifty figures in Chinese: every form in turn, with other labels, numbers of categories and series each time. */
export function chineseCharts(): Figure[] {
  const forms: readonly Form[] = [
    "dots",
    "bars",
    "columns",
    "stacked",
    "lines",
    "steps",
    "funnel",
    "scatter",
    "sankey",
  ];
  const units: readonly Unit[] = ["share", "nps", "count", "hours", "money"];
  return Array.from({length: 50}, (_, seed) =>
    chart(seed, forms[seed % forms.length] ?? "dots", units[Math.floor(seed / 8) % units.length] ?? "share"),
  );
}

function chart(seed: number, form: Form, anyUnit: Unit): Figure {
  const unit: Unit = form === "stacked" || form === "funnel" || form === "steps" ? "share" : anyUnit;
  const phrase = (index: number) => phrases[(seed * 3 + index) % phrases.length] ?? "";
  const months = Array.from(
    {length: 6 + (seed % 4) * 10},
    (_, index) => `${2024 + Math.floor((index + seed) / 12)}-${String(((index + seed) % 12) + 1).padStart(2, "0")}`,
  );
  const monthly = form === "lines" || (form === "columns" && seed % 2 === 0);
  const categories = monthly
    ? months
    : form === "steps"
      ? Array.from({length: 13 + seed}, (_, index) => String(index))
      : Array.from({length: form === "funnel" ? 24 : 3 + (seed % 6)}, (_, index) => `${phrase(index)}${index}`);
  const scale = {share: 1, nps: 100, hours: 40, money: 3_400_000, count: 52_000}[unit as "share"] ?? 1;
  const series: Series[] = Array.from(
    {length: form === "funnel" || form === "scatter" ? 1 : 1 + (seed % 4)},
    (_, number) => ({
      id: `s${number}`,
      name: phrase(number + 5),
      points: categories.map((_, index) => {
        const value =
          form === "stacked"
            ? 1 / (1 + (seed % 4))
            : form === "steps"
              ? 0.97 ** (index * (1 + number / 3))
              : scale * (0.5 + 0.3 * Math.sin(seed + index * 1.3 + number));
        const suppressed = (seed + index) % 11 === 10;
        return {
          value: suppressed ? null : value,
          lo: suppressed ? null : value * 0.93,
          hi: suppressed ? null : value * 1.05,
          n: 20 + index * 977,
          flag: suppressed ? "suppressed" : index % 7 === 3 ? "hollow" : "",
        };
      }),
    }),
  );
  return {
    id: `zh-${seed}`,
    title: `${phrase(1)}比${phrase(2)}高 ${seed} 个百分点`,
    subtitle: `${phrase(3)}，${phrase(4)}，2026年10月`,
    form,
    unit,
    categories,
    category_kind: monthly ? "month" : form === "steps" ? "number" : "text",
    category_title: seed % 2 ? "开户后月数" : undefined,
    value_title: seed % 3 ? `${phrase(6)}（${phrase(7)}）` : undefined,
    series,
    reference: seed % 3 === 1 && form !== "stacked" ? {value: scale * 0.6, label: `目标：${phrase(8)}`} : undefined,
    across:
      form === "scatter"
        ? {
            unit: "ratio",
            points: categories.map((_, index) => {
              const value = 1 + 0.3 * Math.cos(seed + index * 2.1);
              return {value, lo: value - 0.08, hi: value + 0.05, n: 90};
            }),
            reference: {value: 1.02, label: phrase(4)},
            line: {label: phrase(2), from: [0.7, 0.2 * scale], to: [1.3, 0.9 * scale]},
          }
        : undefined,
    marks:
      form === "lines"
        ? [
            {category: months[2] ?? "", label: `${phrase(4)}开始`},
            {category: months[3] ?? "", label: phrase(2), is_break: true},
            {category: months.at(-1) ?? "", label: phrase(9)},
          ]
        : undefined,
    flows:
      form === "sankey"
        ? Array.from({length: 4 + (seed % 5)}, (_, index) => ({
            from: phrase(index % 4),
            to: phrase(4 + (index % 5)),
            value: 5 + index * 13,
          }))
        : undefined,
    table: {columns: [], rows: []},
    n: 1234,
    method: "Wilson 95%",
    metrics: [],
    marts: [],
    notes: [`${phrase(3)}未计入`],
    alt: "测试图",
  } as Figure;
}
