import {whereKnown} from "../../facts/known.js";
import {slaBeside} from "../../facts/service/sla.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {heading} from "../../words/capital.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure, missingRule} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";
import {clockName, priorityName, typeName} from "./names.js";

type Line = Row<"sla_by_policy">;

const shows = {zh: "按规则算的时限达成率", en: "time limits met by rule"};

/** Without a rule nothing is judged; with one, the tickets or the flag of the export are wanting. */
const missing = (view: ReportView, id: string) =>
  view.rows("sla_by_policy").length === 0
    ? missingRule(view, {id, rule: "rules/sla.yaml", needs: ["tickets"], shows})
    : missingFigure(view, {id, needs: ["tickets"], shows});

/** Every line of rules/sla.yaml with the share of its tickets that met it; open and late is breached. */
export function slaByPolicy(view: ReportView): FigureOrMissing {
  const id = "sla-by-policy";
  const lines = view.rows("sla_by_policy").filter(({tickets}) => tickets > 0);
  if (lines.length === 0) return missing(view, id);
  const [met, judged] = [sum(lines, "met"), sum(lines, "met") + sum(lines, "breached")];
  const [worst] = whereKnown(lines, "value")
    .filter(({flag}) => flag === "")
    .sort((a, b) => a.value - b.value);
  const late = sum(lines, "open_late");
  const share = formatNumber(judged > 0 ? met / judged : null, "share", view);
  const worstText = worst
    ? say(view, {
        zh: `，最差“${lineName(view, worst)}” ${formatNumber(worst.value, "share", view)}`,
        en: `; worst: ${lineName(view, worst)}, ${formatNumber(worst.value, "share", view)}`,
      })
    : "";
  return estimateFigure(view, {
    id,
    title: say(view, {zh: `规则时限达成 ${share}${worstText}`, en: `Time limits by rule: ${share} met${worstText}`}),
    ...(worst ? {claims: [{is: "lowest", of: "value", rows: [lineName(view, worst)]}]} : {}),
    subtitle: say(view, {
      zh: `达成 ÷（达成 ＋ 超时），按工单和环节；${periodName(view)}`,
      en: `Met ÷ (met + breached) by ticket and stage; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "规则", en: "Rule"}),
    worked: [
      say(view, {
        zh: `各规则合计：${formatNumber(met, "count", view)} ÷ ${formatNumber(judged, "count", view)} = ${share}`,
        en: `All rules together: ${formatNumber(met, "count", view)} ÷ ${formatNumber(judged, "count", view)} = ${share}`,
      }),
    ],
    metric: "sla_policy",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["sla_by_policy"],
    n: judged,
    rows: lines.map((line) => ({...line, label: lineName(view, line), n: line.met + line.breached})),
    focus: worst ? [lineName(view, worst)] : [],
    notes: [
      say(view, {
        zh: `未结且已超时的 ${formatNumber(late, "count", view)} 项算超时；未结未到期的不计。每张工单每个环节取 rules/sla.yaml 里第一条适用的规则。`,
        en: `${formatNumber(late, "count", view)} open and past their time count as breached; open and not yet due are left out. Of each ticket and stage the first line of rules/sla.yaml that fits counts.`,
      }),
    ],
  });
}

/** The rule's judgement beside the export's own flag, cell by cell. */
export function slaDifference(view: ReportView): FigureOrMissing {
  const id = "sla-difference";
  const beside = slaBeside(view);
  if (!beside) return missing(view, id);
  const clock = clockName(view, beside.clock);
  const rule = formatNumber(beside.met / beside.judged, "share", view);
  const flag = formatNumber(beside.flagged_met / beside.flagged, "share", view);
  const rows: [zh: string, en: string, n: number][] = [
    ["两者都算达成", "Met by both", beside.both_met],
    ["规则算达成，导出算超时", "Met by rule, breached by flag", beside.only_policy_met],
    ["规则算超时，导出算达成", "Breached by rule, met by flag", beside.only_export_met],
    ["两者都算超时", "Breached by both", beside.both_breached],
    ["导出没有判定", "Not judged by the export", beside.not_exported],
    ["　其中未结且已超时", "– of these open and late", beside.not_exported_open_late],
  ];
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${clock}达成率：按规则 ${rule}，导出标记 ${flag}`,
      en: `${clock} in time: ${rule} by rule, ${flag} by the export's flag`,
    }),
    subtitle: say(view, {
      zh: `同一批工单的两种判定；${periodName(view)}`,
      en: `Two judgements of the same tickets; ${periodName(view)}`,
    }),
    worked: [
      say(view, {
        zh: `按规则：${formatNumber(beside.met, "count", view)} ÷ ${formatNumber(beside.judged, "count", view)} = ${rule}`,
        en: `By rule: ${formatNumber(beside.met, "count", view)} ÷ ${formatNumber(beside.judged, "count", view)} = ${rule}`,
      }),
      say(view, {
        zh: `按导出标记：${formatNumber(beside.flagged_met, "count", view)} ÷ ${formatNumber(beside.flagged, "count", view)} = ${flag}`,
        en: `By the flag: ${formatNumber(beside.flagged_met, "count", view)} ÷ ${formatNumber(beside.flagged, "count", view)} = ${flag}`,
      }),
    ],
    columns: [
      column("judgement", say(view, {zh: "判定", en: "Judgement"})),
      column("tickets", say(view, {zh: "工单数", en: "Tickets"}), "count"),
      column("share", say(view, {zh: "占规则判定的比例", en: "Share of those judged by rule"}), "share"),
    ],
    rows: rows.map(([zh, en, n]) => [say(view, {zh, en}), n, n / beside.judged]),
    n: beside.judged,
    marts: ["sla_by_policy"],
    metrics: ["sla_policy", "sla_met"],
    notes: [
      say(view, {
        zh: "导出的标记按系统自己的口径，什么时候停表、算不算下班时间，报告看不到；没有判定的多半还没结。",
        en: "The flag follows the system's own definition: when its clock stops, and whether nights count, cannot be seen from here; what it has not judged is mostly open.",
      }),
    ],
  });
}

/** "投诉 · 五星 · 解决：1 个工作日", "Complaint · Five stars · resolution: 1 working day". */
export function lineName(view: ReportView, line: Line): string {
  const amount = Number(line.within_amount);
  const unit = {
    hours: say(view, {zh: " 小时", en: " h"}),
    business_hours: say(view, {zh: " 个工作小时", en: " working h"}),
    working_days: say(view, {zh: " 个工作日", en: amount === 1 ? " working day" : " working days"}),
  }[line.unit];
  const priority =
    line.priority &&
    say(view, {zh: `优先级${priorityName(view, line.priority)}`, en: `priority ${priorityName(view, line.priority)}`});
  const parts = [
    line.ticket_type && typeName(view, line.ticket_type),
    line.tier && memberName(view, {dimension: "tier", member: line.tier}),
    priority,
    line.from_month &&
      say(view, {zh: `${formatMonth(line.from_month, view)}起`, en: `from ${formatMonth(line.from_month, view)}`}),
  ].filter((part) => part !== "");
  // "Others" stands after the lines before it.
  const who = parts.length > 0 ? parts.join(" · ") : say(view, {zh: "其余", en: "Others"});
  return `${heading(who)} · ${clockName(view, line.clock)}${say(view, {zh: "：", en: ": "})}${amount}${unit}`;
}
