import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, numbersOf, tableFigure} from "../forms/table.js";

type Segment = Row<"value_by_segment">;

/** The largest members of each dimension. */
const most = 8;

/** What customers of each kind pay, have paid and are worth, and how much of it left with them. */
export function valueSegments(view: ReportView): FigureOrMissing {
  const id = "value-segments";
  const rows = view.rows("value_by_segment");
  const all = rows.find(({dimension}) => dimension === "all");
  const shown = measuresOf(view).filter(({columns: [first]}) => all?.[first] != null && all[first] !== 0);
  const dimensions = [...new Set(rows.map(({dimension}) => dimension))].filter(
    (dimension) => dimension !== "all" && rows.filter((row) => row.dimension === dimension).length > 1,
  );
  const [main] = shown;
  if (!all || !main || dimensions.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "contracts"],
      shows: {zh: "各类客户的月费与累计金额", en: "what each kind of customer pays and has paid"},
    });
  return tableFigure(view, {
    id,
    title: main.said(all),
    subtitle: say(view, {
      zh: `按合同与客户资料，各维度里最大的 ${most} 类；月费为期末在执行的合同，累计为截至期末；${periodName(view)}`,
      en: `From contracts and customer files: the ${most} largest groups of each dimension; a month is of contracts in force at the end, so far is until then; ${periodName(view)}`,
    }),
    n: all.customers,
    marts: ["value_by_segment"],
    notes: [
      say(view, {
        zh: "不足 5 户的组不给金额：合计会透露其中一户。",
        en: "Groups of fewer than 5 customers show no amounts: their sum would tell what one of them pays.",
      }),
      say(view, {
        zh: "累计客户：合同起始日不晚于期末的；合同没有日期时为全部客户名单。未到期的合同只计已过天数的金额。",
        en: "Customers so far: with a contract begun by then; the whole customer list where contracts carry no dates. Of a contract that runs on, the part of its days gone by counts.",
      }),
    ],
    columns: [
      column("dimension", say(view, {zh: "维度", en: "By"})),
      column("member", say(view, {zh: "类别", en: "Group"})),
      column("customers", say(view, {zh: "累计客户", en: "Customers so far"}), "count"),
      column("paying", say(view, {zh: "期末在约", en: "Under contract at the end"}), "count"),
      column("lost", say(view, {zh: "累计流失", en: "Lost so far"}), "count"),
      ...shown.flatMap(({columns: names, labels, unit}) => names.map((name, at) => column(name, labels[at]!, unit))),
    ],
    rows: [all, ...dimensions.flatMap((dimension) => largest(rows.filter((row) => row.dimension === dimension)))].map(
      (row) => [
        row.dimension === "all" ? "" : dimensionName(view, row.dimension),
        memberName(view, row),
        row.customers,
        row.paying,
        row.lost,
        ...shown.flatMap(({columns: names}) => numbersOf(row, names)),
      ],
    ),
  });
}

/** Amounts and months, each with its columns, and how a title says it of everybody. */
function measuresOf(view: ReportView) {
  const money = (value: number | null) => formatNumber(value, "money", view);
  const left = say(view, {zh: "其中流失客户", en: "Of it from the lost"});
  const count = (value: number) => formatNumber(value, "count", view);
  return [
    {
      columns: ["monthly_amount", "monthly_amount_lost"],
      labels: [
        say(view, {zh: "月费", en: "A month"}),
        say(view, {zh: "流失客户离开前月费", en: "What the lost paid last, a month"}),
      ],
      unit: "money",
      said: ({paying, monthly_amount: value}: Segment) =>
        say(view, {
          zh: `期末 ${count(paying)} 户在约，月费合计 ${money(value)}`,
          en: `${count(paying)} customers under contract at the end, paying ${money(value)} a month`,
        }),
    },
    {
      columns: ["total_amount", "total_amount_lost"],
      labels: [say(view, {zh: "累计金额", en: "So far"}), left],
      unit: "money",
      said: ({customers, total_amount: value}: Segment) =>
        say(view, {
          zh: `${count(customers)} 户，累计 ${money(value)}`,
          en: `${count(customers)} customers, ${money(value)} from them so far`,
        }),
    },
    {
      columns: ["lifetime_value", "lifetime_value_lost"],
      labels: [say(view, {zh: "终身价值", en: "Lifetime value"}), left],
      unit: "money",
      said: ({customers, lifetime_value: value}: Segment) =>
        say(view, {
          zh: `${count(customers)} 户，终身价值合计 ${money(value)}`,
          en: `${count(customers)} customers, with a lifetime value of ${money(value)} together`,
        }),
    },
    {
      columns: ["mean_tenure_months", "median_tenure_months"],
      labels: [
        say(view, {zh: "平均在网月数", en: "Months as a customer, mean"}),
        say(view, {zh: "在网月数中位数", en: "Months, median"}),
      ],
      unit: "score",
      said: ({customers, median_tenure_months: value}: Segment) =>
        say(view, {
          zh: `${count(customers)} 户，一半已满 ${formatNumber(value, "score", view)} 个月`,
          en: `${count(customers)} customers, half of them for ${formatNumber(value, "score", view)} months or more`,
        }),
    },
  ] as const;
}

const largest = (rows: readonly Segment[]): Segment[] =>
  [...rows].sort((a, b) => b.customers - a.customers || (a.member < b.member ? -1 : 1)).slice(0, most);
