import type {ReportView} from "../../facts/view.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";

const lags = [
  {id: "day", zh: "一天内", en: "Within a day"},
  {id: "three_days", zh: "1–3 天", en: "1–3 days"},
  {id: "week", zh: "3–7 天", en: "3–7 days"},
  {id: "later", zh: "7 天以后", en: "After 7 days"},
] as const;

/** Answers that come late, apart: memory fades. */
export function surveyLag(view: ReportView): FigureOrMissing {
  const id = "survey-lag";
  const rows = lags.flatMap((lag) => {
    const row = view.rows("survey_lag").find((each) => each.lag === lag.id && each.answers !== null);
    return row ? [{...row, name: lag[view.language]}] : [];
  });
  const answers = rows.reduce((sum, row) => sum + (row.answers ?? 0), 0);
  const late = rows.find(({lag}) => lag === "later");
  if (answers === 0 || rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "服务到作答隔了多久", en: "how long after the service answers come"},
    });
  const share = (value: number | null) => formatNumber(value, "share", view);
  return partsFigure(view, {
    id,
    title: late
      ? say(view, {
          zh: `${share((late.answers ?? 0) / answers)} 的回答晚于服务 7 天以上；这些回答不满意率 ${share(late.dissatisfied)}`,
          en: `${share((late.answers ?? 0) / answers)} of answers come over 7 days after the service; of them ${share(late.dissatisfied)} dissatisfied`,
        })
      : say(view, {zh: "回答都在服务后 7 天内", en: "All answers come within 7 days of the service"}),
    subtitle: say(view, {
      zh: `按服务到作答的间隔（24 小时为一天）分开看不满意率；${periodName(view)}`,
      en: `Dissatisfied by time from service to answer, in days of 24 hours; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "间隔", en: "After"}),
    ...(late
      ? {
          worked: [
            say(view, {
              zh: `晚于 7 天的回答占比：${formatNumber(late.answers, "count", view)} ÷ ${formatNumber(answers, "count", view)} = ${share((late.answers ?? 0) / answers)}`,
              en: `Share of answers after 7 days: ${formatNumber(late.answers, "count", view)} ÷ ${formatNumber(answers, "count", view)} = ${share((late.answers ?? 0) / answers)}`,
            }),
          ],
        }
      : {}),
    series: [{id: "dissatisfied", name: say(view, {zh: "不满意率", en: "Dissatisfied"}), role: "main"}],
    more: [
      column("csat", say(view, {zh: "满意率", en: "Satisfied"}), "share"),
      column("answers", say(view, {zh: "回答", en: "Answers"}), "count"),
    ],
    rows: rows.map((row) => ({
      label: row.name,
      parts: [
        {value: row.dissatisfied, lo: row.dissatisfied_lo, hi: row.dissatisfied_hi, n: row.answers, flag: row.flag},
      ],
      more: [row.csat, row.answers],
    })),
    n: answers,
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    metrics: ["bottom_box"],
    marts: ["survey_lag"],
  });
}

/** How often a customer was contacted in the month, and asked for a survey besides. */
export function contactLoad(view: ReportView): FigureOrMissing {
  const id = "contact-load";
  const rows = [...view.rows("contact_load")].sort((a, b) => a.contacts - b.contacts);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const customers = sum((row) => row.customers);
  if (customers === 0 || !view.month)
    return missingFigure(view, {
      id,
      needs: ["customers", "calls", "tickets"],
      shows: {zh: "每位客户一个月被联系几次", en: "how often a customer is contacted in a month"},
    });
  const often = sum((row) => (row.contacts >= 3 ? row.customers : 0));
  const again = sum((row) => row.asked_again);
  const count = (value: number) => formatNumber(value, "count", view);
  const touches = sum((row) => row.touches);
  const mean = formatNumber(touches / customers, "ratio", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `本月平均每户接触 ${mean} 次；${often} 户三次以上，${again} 户收到不止一份问卷`,
      en: `${mean} contacts a customer this month; ${often} had three or more, ${again} more than one survey`,
    }),
    subtitle: say(view, {
      zh: `当月有合同（或仍在购买）的客户，按接通的电话、在线会话、其他途径的工单、打通的回访和拜访；电话或会话开的工单不重复计；${formatMonth(view.month, view)}`,
      en: `Customers of the month by answered calls and chats, tickets that came another way, follow-ups that reached them, and visits; a ticket from a call or chat counts with it; ${formatMonth(view.month, view)}`,
    }),
    form: "columns",
    unit: "count",
    labels: say(view, {zh: "接触次数", en: "Contacts"}),
    worked: [
      say(view, {
        zh: `接触 ${count(touches)} 次 ÷ 在网客户 ${count(customers)} 户 = ${mean}`,
        en: `${count(touches)} contacts ÷ ${count(customers)} customers = ${mean}`,
      }),
      say(view, {zh: `收到不止一份问卷：${again} 户。`, en: `More than one survey: ${again} customers.`}),
    ],
    series: [{id: "customers", name: say(view, {zh: "客户", en: "Customers"}), role: "main"}],
    more: [column("asked", say(view, {zh: "其中收到问卷", en: "Asked for a survey"}), "count")],
    rows: rows.map((row) => ({
      label:
        row.contacts >= 3
          ? say(view, {zh: "3 次以上", en: "3 and more"})
          : say(view, {zh: `${row.contacts} 次`, en: `${row.contacts}`}),
      parts: [{value: row.customers, n: row.customers}],
      more: [row.asked],
    })),
    n: customers,
    method: say(view, {zh: "当月客户全数", en: "all customers of the month counted"}),
    marts: ["contact_load"],
  });
}

const kinds = {
  callback: {zh: "回访", en: "Follow-up calls"},
  call: {zh: "外呼", en: "Outbound calls"},
  visit: {zh: "拜访", en: "Visits"},
} as const;
const preferences: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  any: {zh: "不限", en: "Any"},
  email_only: {zh: "仅邮件", en: "E-mail only"},
  no_call: {zh: "勿电话", en: "No calls"},
  none: {zh: "勿联系", en: "No contact"},
};

/** Contacts of ours against what the customer asked for, and refusals. */
export function preferencesKept(view: ReportView): FigureOrMissing {
  const id = "preferences-kept";
  const rows = view.rows("preference_checks");
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const contacts = sum((row) => row.contacts);
  if (contacts === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "callbacks"],
      shows: {zh: "联系客户时有没有违背他们的偏好", en: "whether contacts kept to what customers asked for"},
    });
  const against = sum((row) => row.against);
  const refused = sum((row) => row.refused);
  const callbacks = rows.filter(({kind}) => kind === "callback").reduce((total, row) => total + row.contacts, 0);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh:
        against > 0
          ? `主动联系 ${formatNumber(contacts, "count", view)} 次，${against} 次违背客户的联系偏好`
          : `主动联系 ${formatNumber(contacts, "count", view)} 次，没有违背联系偏好`,
      en:
        against > 0
          ? `${against} of ${formatNumber(contacts, "count", view)} contacts of ours went against what the customer asked for`
          : `None of ${formatNumber(contacts, "count", view)} contacts of ours went against what customers asked for`,
    }),
    subtitle: say(view, {
      zh: `回访、外呼、拜访对照客户资料里的联系偏好；${periodName(view)}`,
      en: `Follow-ups, outbound calls and visits against the preference in the customer file; ${periodName(view)}`,
    }),
    columns: [
      column("kind", say(view, {zh: "联系", en: "Contact"})),
      column("preference", say(view, {zh: "客户偏好", en: "Preference"})),
      column("contacts", say(view, {zh: "次数", en: "Contacts"}), "count"),
      column("against", say(view, {zh: "违背", en: "Against it"}), "count"),
      column("refused", say(view, {zh: "客户拒绝", en: "Refused"}), "count"),
    ],
    rows: rows.map((row) => [
      kinds[row.kind][view.language],
      preferences[row.preference]?.[view.language] ?? row.preference,
      row.contacts,
      row.against,
      row.refused,
    ]),
    n: contacts,
    marts: ["preference_checks"],
    notes:
      callbacks > 0
        ? [
            say(view, {
              zh: `回访被拒 ${refused} 次，占 ${formatNumber(refused / callbacks, "share", view)}。`,
              en: `Follow-up calls refused: ${refused}, ${formatNumber(refused / callbacks, "share", view)}.`,
            }),
          ]
        : [],
  });
}
