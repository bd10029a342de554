import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {heading} from "../../words/capital.js";
import {memberName} from "../../words/dimensions.js";
import {entityName} from "../../words/entities.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";
import {missingRule} from "./ruled.js";

type Contacts = Row<"information_contacts">;

const of = (view: ReportView, dimension: Contacts["dimension"]): Contacts[] =>
  view
    .rows("information_contacts")
    .filter((row) => row.dimension === dimension)
    .sort((a, b) => b.answerable - a.answerable || (a.member < b.member ? -1 : 1));

/** Contacts that a page could have answered, and the hours of talk that it would free, by page, product and way. */
export function personOrPage(view: ReportView): FigureOrMissing {
  const id = "person-or-page";
  const [all] = of(view, "all");
  if (!all || all.contacts < 10)
    return missingRule(view, {
      id,
      needs: ["calls", "tickets"],
      rule: "rules/information.yaml",
      shows: {zh: "网页就能答复的联系", en: "contacts that a page could have answered"},
    });
  const [count, share] = [
    formatNumber(all.answerable, "count", view),
    formatNumber(all.answerable / all.contacts, "share", view),
  ];
  const hours = formatNumber(all.freed_minutes / 60, "hours", view);
  const [first] = of(view, "page").filter(({member}) => member !== "(none)");
  const line = (label: string, row: Contacts) => [
    label,
    row.contacts,
    row.answerable,
    row.value,
    row.timed < 10 ? null : row.freed_minutes / 60,
    row.timed < 10 ? null : row.freed_minutes / row.timed,
  ];
  const pageName = (code: string) =>
    code === "(none)" ? say(view, {zh: "要人来办", en: "Needs a person"}) : view.label("information", code);
  return tableFigure(view, {
    id,
    title:
      all.answerable === 0
        ? say(view, {zh: "没有网页就能答复的联系", en: "No contact that a page could have answered"})
        : say(view, {
            zh: `${count} 次联系（${share}）网页就能答复，可省通话 ${hours}${first ? `；最多的是“${pageName(first.member)}”` : ""}`,
            en: `A page could have answered ${counted(all.answerable, "contact")} (${share}) and freed ${hours} of talk${first ? `, “${pageName(first.member)}” most` : ""}`,
          }),
    ...(all.answerable > 0 && first
      ? {
          claims: [
            {
              is: "highest",
              of: "answerable",
              rows: [pageName(first.member)],
              among: of(view, "page").map(({member}) => pageName(member)),
            },
          ],
        }
      : {}),
    subtitle: say(view, {
      zh: `已接通的来电和不经电话的咨询工单；哪些网页能答按 rules/information.yaml；来电没写产品的按当日合同；${periodName(view)}`,
      en: `Answered calls, and inquiries that came without one; what a page answers by rules/information.yaml; calls go by the contract of that day; ${periodName(view)}`,
    }),
    n: all.contacts,
    marts: ["information_contacts"],
    columns: [
      column("group", say(view, {zh: "网页 / 产品 / 途径", en: "Page / product / way"})),
      column("contacts", say(view, {zh: "联系", en: "Contacts"}), "count"),
      column("answerable", say(view, {zh: "网页能答", en: "A page would do"}), "count"),
      column("share", say(view, {zh: "占比", en: "Share"}), "share"),
      column("hours", say(view, {zh: "可省通话", en: "Talk to be freed"}), "hours"),
      column("each", say(view, {zh: "每通", en: "A call"}), "minutes"),
    ],
    rows: [
      ...of(view, "page").map((row) => line(pageName(row.member), row)),
      ...of(view, "product").map((row) => line(memberName(view, {dimension: "product", member: row.member}), row)),
      ...of(view, "entity").map((row) => line(heading(entityName(view, row.member)), row)),
      line(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: [
      say(view, {
        zh: "只算通话时间；文字咨询没有用时记录，省下的没有计入。",
        en: "Only time on the phone; written inquiries hold no time, so what they would free is not counted.",
      }),
    ],
  });
}
