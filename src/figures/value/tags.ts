import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingRule} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

type Profile = Row<"tag_profiles">;

/** Who bears which tag, and what became of them: size, satisfaction, churn. */
export function tagPortraits(view: ReportView): FigureOrMissing {
  const id = "tag-portraits";
  const rows = view.rows("tag_profiles");
  const all = rows.find(({tag}) => tag === "(all)");
  const tags = rows
    .filter((row) => row !== all)
    .sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0) || (a.tag < b.tag ? -1 : 1));
  if (!all || tags.length === 0)
    return missingRule(view, {
      id,
      needs: ["customers"],
      rule: "rules/tags.yaml",
      shows: {zh: "客户画像标签", en: "portraits of customers by tag"},
    });
  const hidden = tags.filter((row) => row.customers === null).length;
  return tableFigure(view, {
    id,
    title: tagFinding(view, {tags, all}),
    subtitle: say(view, {
      zh: `标签按 rules/tags.yaml 判定，一行一个；${periodName(view)}`,
      en: `Tags by rules/tags.yaml, one line each; ${periodName(view)}`,
    }),
    columns: [
      column("tag", say(view, {zh: "标签", en: "Tag"})),
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
      column("revenue", say(view, {zh: "收入", en: "Revenue"}), "money"),
      column("dissatisfied", say(view, {zh: "不满意率", en: "Dissatisfied"}), "share"),
      ...limitColumns(view, "share", "dissatisfied"),
      column("answers", say(view, {zh: "答卷", en: "Answers"}), "count"),
      column("churn", say(view, {zh: "月流失率", en: "Monthly churn"}), "share"),
      ...limitColumns(view, "share", "churn"),
    ],
    rows: [...tags, all].map((row) => [
      tagName(view, row),
      row.customers,
      row.revenue,
      row.dissatisfied,
      row.dissatisfied_lo,
      row.dissatisfied_hi,
      row.answers,
      row.churn,
      row.churn_lo,
      row.churn_hi,
    ]),
    n: all.customers ?? 0,
    method: say(view, {
      zh: "不满意率：Wilson 95% 区间，按客户聚类；流失：精确 Poisson 区间",
      en: "dissatisfied: Wilson 95% interval, clustered by customer; churn: exact Poisson interval",
    }),
    metrics: ["bottom_box", "churn_rate"],
    marts: ["tag_profiles"],
    notes: [
      say(view, {
        zh: "一个客户可有多个标签，各行不能相加；标签是描述，不是原因。",
        en: "A customer may bear several tags: rows do not add up; a tag describes and explains nothing.",
      }),
      ...(hidden > 0
        ? [
            say(view, {
              zh: `${hidden} 个标签不足 10 户，隐去。`,
              en: `${hidden} tag${hidden === 1 ? "" : "s"} of under 10 customers hidden.`,
            }),
          ]
        : []),
    ],
  });
}

const tagName = (view: ReportView, row: Profile): string => say(view, {zh: row.label_zh, en: row.label_en});

/** Of the tags whose limits lie above the value of all customers, the worst: by satisfaction, else by churn. */
function tagFinding(view: ReportView, {tags, all}: {tags: readonly Profile[]; all: Profile}): string {
  const name = (row: Profile) => tagName(view, row);
  const worse = tags
    .filter(
      (row) => row.dissatisfied_lo !== null && all.dissatisfied !== null && row.dissatisfied_lo > all.dissatisfied,
    )
    .sort((a, b) => b.dissatisfied! - a.dissatisfied!)[0];
  const leaving = tags
    .filter((row) => row.churn_lo !== null && all.churn !== null && row.churn_lo > all.churn)
    .sort((a, b) => b.churn! - a.churn!)[0];
  return worse
    ? say(view, {
        zh: `“${name(worse)}”的客户不满意率 ${formatNumber(worse.dissatisfied, "share", view)}，全部客户 ${formatNumber(all.dissatisfied, "share", view)}`,
        en: `“${name(worse)}”: ${formatNumber(worse.dissatisfied, "share", view)} dissatisfied, all customers ${formatNumber(all.dissatisfied, "share", view)}`,
      })
    : leaving
      ? say(view, {
          zh: `“${name(leaving)}”的客户月流失率 ${formatNumber(leaving.churn, "share", view)}，全部客户 ${formatNumber(all.churn, "share", view)}`,
          en: `“${name(leaving)}”: ${formatNumber(leaving.churn, "share", view)} leave a month, of all customers ${formatNumber(all.churn, "share", view)}`,
        })
      : say(view, {
          zh: `${tags.length} 个标签，没有一个明显更不满意`,
          en: `${tags.length} tags, none clearly less satisfied`,
        });
}
