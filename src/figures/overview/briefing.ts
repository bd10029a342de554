import {actionName, judgedActions} from "../../facts/actions/effects.js";
import {openActions, ownerText, shortDay} from "../../facts/actions/open.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {statusName} from "../../words/codes.js";
import {say} from "../../words/say.js";
import type {FigureTable} from "../figure.js";
import {column} from "../forms/table.js";

type Action = Row<"action_effects">;

/** A slide of rows: at most eight, which can be read from the back of the room. */
export interface BriefTable {
  readonly title: string;
  readonly table: FigureTable;
}

/** What is to be decided and done, for a meeting. */
export interface Briefing {
  readonly decisions?: BriefTable;
  readonly actions?: BriefTable;
  readonly next?: BriefTable;
}

/** Rows of a slide that is read from the back of the room. */
const most = 8;

/** Decisions, actions and next steps, from the actions as they stand at the end of the month. */
export function briefing(view: ReportView): Briefing {
  const open = openActions(view);
  return {...decisions(view, open), ...actionsSlide(view, open), ...next(view, open)};
}

/** "15 Nov"; "" where no day was set. */
const day = (view: ReportView, date: string | null): string => (date === null ? "" : shortDay(view, date));
const undated = (view: ReportView): string => say(view, {zh: "未定日期", en: "no date"});

function decisions(view: ReportView, open: readonly Action[]): Pick<Briefing, "decisions"> {
  const rows = open.filter(({is_decision}) => is_decision).slice(0, most);
  if (rows.length === 0) return {};
  const n = open.filter(({is_decision}) => is_decision).length;
  return {
    decisions: {
      title: say(view, {
        zh: `有 ${n} 件事要定`,
        en: n === 1 ? "One decision is needed" : `${n} decisions are needed`,
      }),
      table: {
        columns: [
          column("decision", say(view, {zh: "要定什么", en: "Decide"})),
          column("why", say(view, {zh: "为什么", en: "Why"})),
          column("owner", say(view, {zh: "谁来定", en: "Owner"})),
          column("due", say(view, {zh: "最晚", en: "By"})),
        ],
        rows: rows.map((row) => [
          actionName(view, row),
          row.cause && row.note ? view.label("actions", row.cause) : "",
          ownerText(view, row),
          day(view, row.due_date) || undated(view),
        ]),
      },
    },
  };
}

function actionsSlide(view: ReportView, open: readonly Action[]): Pick<Briefing, "actions"> {
  if (open.length === 0) return {};
  const late = open.filter(({status}) => status === "overdue");
  const judged = judgedActions(view);
  const helped = judged.filter(({effect}) => effect === "better").length;
  const tail =
    judged.length > 0
      ? say(view, {
          zh: `；做完可判断的 ${judged.length} 项，${helped} 项见效`,
          en: `; ${helped} of ${judged.length} finished ones helped`,
        })
      : "";
  const lead =
    late.length > 0
      ? say(view, {
          zh: `${open.length} 项没做完，${late.length} 项逾期`,
          en: `${late.length} of ${open.length} open ${open.length === 1 ? "action" : "actions"} late`,
        })
      : say(view, {zh: `${open.length} 项在做，没有逾期`, en: `${open.length} open, none late`});
  return {
    actions: {
      title: `${lead}${tail}`,
      table: {
        columns: [
          column("action", say(view, {zh: "措施", en: "Action"})),
          column("owner", say(view, {zh: "负责人", en: "Owner"})),
          column("due", say(view, {zh: "期限", en: "Due"})),
          column("state", say(view, {zh: "进展", en: "State"})),
        ],
        rows: open
          .slice(0, most)
          .map((row) => [
            actionName(view, row),
            ownerText(view, row),
            day(view, row.due_date) || undated(view),
            stateOf(view, row),
          ]),
      },
    },
  };
}

function stateOf(view: ReportView, row: Action): string {
  const days = row.days_late ?? 0;
  if (row.status === "overdue")
    return say(view, {zh: `逾期 ${days} 天`, en: `${days} ${days === 1 ? "day" : "days"} late`});
  return row.is_decision ? say(view, {zh: "待决策", en: "to decide"}) : statusName(view, row.status).toLowerCase();
}

/** What happens when: late ones need a new day, the others have one; what is called for by the records stands first. */
function next(view: ReportView, open: readonly Action[]): Pick<Briefing, "next"> {
  const dated = open.filter(({status, due_date}) => status === "open" && due_date !== null);
  const late = open.filter(({status}) => status === "overdue");
  const rows = [
    ...dated.map((row) => [day(view, row.due_date), actionName(view, row), ownerText(view, row)]),
    ...late.map((row) => [say(view, {zh: "定新日期", en: "new date"}), actionName(view, row), ownerText(view, row)]),
  ].slice(0, most);
  if (rows.length === 0) return {};
  return {
    next: {
      title: say(view, {zh: "接下来", en: "Next steps"}),
      table: {
        columns: [
          column("when", say(view, {zh: "什么时候", en: "When"})),
          column("what", say(view, {zh: "做什么", en: "What"})),
          column("who", say(view, {zh: "谁", en: "Who"})),
        ],
        rows,
      },
    },
  };
}
