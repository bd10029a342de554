import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {fieldName, standingName} from "../../words/care.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {counted, listed, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Files = Row<"customer_files">;
type Card = Row<"customer_files_listed">;

const needs = ["customers"];
const of = (view: ReportView, dimension: Files["dimension"]): Files[] =>
  view.rows("customer_files").filter((row) => row.dimension === dimension);

/** Whether the files are worth anything: reviewed within the year and complete, by owner. */
export function fileReview(view: ReportView): FigureOrMissing {
  const id = "file-review";
  const [all] = of(view, "all");
  if (!all || (all.dated === 0 && all.complete === all.cards))
    return missingFigure(view, {id, needs, shows: {zh: "客户资料的复核", en: "the review of customer files"}});
  const count = (value: number) => formatNumber(value, "count", view);
  const share = (k: number) => formatNumber(k / all.cards, "share", view);
  const line = (label: string, row: Files) => [
    label,
    row.cards,
    all.dated === 0 ? null : row.stale,
    all.dated === 0 || row.cards < 10 ? null : row.stale / row.cards,
    row.no_contact,
    row.no_owner,
    row.no_date,
    row.complete,
    row.in_order,
  ];
  const tiers = inOrder(view, {dimension: "tier", members: of(view, "tier").map((row) => ({...row, n: row.cards}))});
  // Where no card names an owner the export has no such column.
  const owners = withNames(of(view, "owner"), "").sort((a, b) => (a.member < b.member ? -1 : 1));
  return tableFigure(view, {
    id,
    title:
      all.dated === 0
        ? say(view, {
            zh: `${count(all.cards)} 份客户资料里 ${count(all.complete)} 份齐全（${share(all.complete)}）`,
            en: `Customer cards: ${count(all.complete)} of ${count(all.cards)} complete (${share(all.complete)})`,
          })
        : say(view, {
            zh: `${count(all.cards)} 份客户资料里 ${count(all.stale)} 份一年没更新（${share(all.stale)}），缺联系方式 ${count(all.no_contact)} 份`,
            en: `Customer cards: ${count(all.stale)} of ${count(all.cards)} untouched for a year (${share(all.stale)}), ${count(all.no_contact)} without contact`,
          }),
    subtitle: say(view, {
      zh: "到月末满 12 个月没有更新即过期；齐全指有联系方式、负责人、大区、客户类型和更新日；按在册与否、等级、负责人",
      en: "Stale: not updated for 12 months at the end of the month; complete: contact, owner, region, kind and date of update; by standing, tier and owner",
    }),
    n: all.cards,
    marts: ["customer_files"],
    metrics: ["card_stale"],
    columns: [
      column("group", say(view, {zh: "分组", en: "Group"})),
      column("cards", say(view, {zh: "资料", en: "Cards"}), "count"),
      column("stale", say(view, {zh: "一年没更新", en: "Stale"}), "count"),
      column("share", say(view, {zh: "占比", en: "Share"}), "share"),
      column("no_contact", say(view, {zh: "缺联系方式", en: "No contact"}), "count"),
      column("no_owner", say(view, {zh: "缺负责人", en: "No owner"}), "count"),
      column("no_date", say(view, {zh: "没写更新日", en: "No date of update"}), "count"),
      column("complete", say(view, {zh: "齐全", en: "Complete"}), "count"),
      column("in_order", say(view, {zh: "齐全且未过期", en: "Complete and fresh"}), "count"),
    ],
    rows: [
      ...of(view, "standing").map((row) => line(standingName(view, row.member), row)),
      ...tiers.map((row) => line(memberName(view, {dimension: "tier", member: row.member}), row)),
      ...owners.map((row) => line(ownerName(view, row.member), row)),
      line(say(view, {zh: "合计", en: "Together"}), all),
    ],
  });
}

const withNames = (rows: readonly Files[], none: string): Files[] =>
  rows.some(({member}) => member !== none) ? [...rows] : [];

const ownerName = (view: ReportView, code: string): string =>
  code === "" ? say(view, {zh: "没有负责人", en: "No owner"}) : personName(view, code);

/** How far each field of the card is filled. */
export function fileFields(view: ReportView): FigureOrMissing {
  const id = "file-fields";
  const rows = [...view.rows("customer_file_fields")].sort(
    (a, b) => a.filled / a.cards - b.filled / b.cards || (a.field < b.field ? -1 : 1),
  );
  const [first] = rows;
  if (!first || first.cards < 10)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "客户资料各栏的完整度", en: "how far customer cards are filled"},
    });
  const share = formatNumber(first.filled / first.cards, "share", view);
  return estimateFigure(view, {
    id,
    title:
      first.filled === first.cards
        ? say(view, {zh: "客户资料各栏都填全了", en: "Every field of the customer cards is filled"})
        : say(view, {
            zh: `客户资料缺得最多的是“${fieldName(view, first.field)}”：只填了 ${share}`,
            en: `Emptiest field of the customer cards: ${fieldName(view, first.field)}, filled on ${share}`,
          }),
    ...(first.filled === first.cards
      ? {}
      : {claims: [{is: "lowest", of: "value", rows: [fieldName(view, first.field)]}]}),
    subtitle: say(view, {
      zh: "各栏有内容的资料占比；导出里没有的栏不列",
      en: "Share of cards on which the field is filled; fields that the export lacks are not listed",
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "栏目", en: "Field"}),
    name: say(view, {zh: "填写率", en: "Filled"}),
    metric: "card_stale",
    method: say(view, {zh: "计数", en: "counts"}),
    marts: ["customer_file_fields"],
    n: Math.max(...rows.map(({cards}) => cards)),
    rows: rows.map(({field, cards, filled}) => {
      const {estimate, low, high} = wilsonInterval(filled, cards);
      return {label: fieldName(view, field), value: estimate, lo: low, hi: high, n: cards};
    }),
  });
}

/** Every card to be reviewed, active customers of the best classes first, then the oldest. */
export function filesToReview(view: ReportView): FigureOrMissing {
  const id = "files-to-review";
  const [all] = of(view, "all");
  if (!all || (all.dated === 0 && all.complete === all.cards))
    return missingFigure(view, {id, needs, shows: {zh: "该复核的客户资料", en: "customer cards to review"}});
  const standings = ["active", "prospect", "former"];
  const tiers = view.order("tier") ?? [];
  const place = (row: Card) => (tiers.includes(row.tier) ? tiers.indexOf(row.tier) : tiers.length);
  const age = (row: Card) => row.card_updated_date ?? "";
  const rows = [...view.rows("customer_files_listed")].sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      place(a) - place(b) ||
      (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : a.customer_id < b.customer_id ? -1 : 1),
  );
  const active = rows.filter(({standing}) => standing === "active").length;
  const count = (value: number) => formatNumber(value, "count", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `该复核的客户资料 ${count(rows.length)} 份，其中在册客户 ${count(active)} 份`,
      en: `${counted(rows.length, "customer card")} to review, active customers: ${count(active)}`,
    }),
    subtitle: say(view, {
      zh: "一年没更新或缺内容的资料；在册、等级高的在前，再按更新日",
      en: "Cards untouched for a year or lacking something; active customers and higher tiers first, then the oldest",
    }),
    n: rows.length,
    marts: ["customer_files_listed", "customer_files"],
    metrics: ["card_stale"],
    columns: [
      column("customer", say(view, {zh: "客户", en: "Customer"})),
      column("standing", say(view, {zh: "状态", en: "Standing"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("updated", say(view, {zh: "上次更新", en: "Last updated"}), "date"),
      column("months", say(view, {zh: "已过月数", en: "Months ago"}), "count"),
      column("stale", say(view, {zh: "过期", en: "Stale"})),
      column("lacks", say(view, {zh: "缺什么", en: "Lacks"})),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      standingName(view, row.standing),
      memberName(view, {dimension: "tier", member: row.tier}),
      personName(view, row.owner),
      row.card_updated_date,
      row.months_old,
      row.is_stale ? say(view, {zh: "是", en: "yes"}) : "",
      lacksText(view, row),
    ]),
  });
}

function lacksText(view: ReportView, row: Card): string {
  const lacks = [
    ...(row.lacks_contact ? [say(view, {zh: "联系方式", en: "contact"})] : []),
    ...(row.lacks_owner ? [say(view, {zh: "负责人", en: "owner"})] : []),
    ...(row.lacks_region ? [say(view, {zh: "大区", en: "region"})] : []),
    ...(row.lacks_date ? [say(view, {zh: "更新日", en: "date of update"})] : []),
    ...(row.lacks_type ? [say(view, {zh: "客户类型", en: "kind"})] : []),
  ];
  return listed(view, lacks);
}
