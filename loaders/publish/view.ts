import type {ReportView} from "../../src/facts/view.js";
import type {Published} from "../../src/marts/list.js";
import {referencesOf} from "../../src/words/dimensions.js";
import type {Language} from "../../src/words/language.js";
import type {Report} from "../../src/words/report.js";
import type {PastEditions} from "../../src/words/restated.js";
import type {Row as DatabaseRow} from "../database/database.js";
import type {ChurnRule} from "../report/churn-rule.js";
import type {ReportFolder} from "../report/folder.js";
import type {AnalystNote} from "../report/notes.js";
import type {Period} from "../report/period.js";
import type {Labels} from "../report/reference.js";
import type {Rules} from "../report/rules.js";

/** The view of one report in one language, for figures and sentences. */
export function reportView(
  language: Language,
  {
    folder,
    rules,
    period,
    churn,
    published,
    labels,
    events,
    notes,
    past,
    entities,
  }: {
    folder: ReportFolder;
    rules: Rules;
    period: Period;
    churn: ChurnRule;
    published: Published;
    labels: Labels;
    events: readonly DatabaseRow[];
    notes: readonly AnalystNote[];
    past?: PastEditions | undefined;
    entities: ReadonlySet<string>;
  },
): ReportView {
  const tiers = rules.tiers?.levels ?? [];
  const tierLabels = Object.fromEntries(
    tiers.map((level) => [level.code, {zh: level.label_zh ?? level.code, en: level.label_en ?? level.code}]),
  );
  const sources = Object.fromEntries(folder.mappings.map(({source, label}) => [source, label]));
  // Named in rules and mappings, not in reference/.
  const information = Object.fromEntries(
    (rules.information?.pages ?? []).map(({code, label_zh, label_en}) => [
      code,
      {zh: label_zh ?? code, en: label_en ?? code},
    ]),
  );
  const own: Labels = {tiers: tierLabels, sources, information};
  return {
    language,
    company: folder.settings.company[language],
    ...(folder.settings.currency ? {currency: folder.settings.currency} : {}),
    month: period.month,
    months: period.months,
    windowMonths: period.windowMonths,
    rows: (table) => published[table],
    lists: folder.settings.lists,
    label: (reference, code) => (own[reference] ?? labels[reference])?.[code]?.[language] ?? code,
    entities,
    marks: marksOf(events, language),
    notes: notes.map((note) => ({...note, text: note.text[language]})),
    ...(past ? {past} : {}),
    targets: rules.targets?.targets ?? [],
    signalRules: rules.signals?.rules ?? [],
    order: (dimension) =>
      dimension === "tier"
        ? tiers.map((level) => level.code)
        : referencesOf(dimension).flatMap((name) => (labels[name] ? [Object.keys(labels[name])] : []))[0],
    churnRule: churn.rule,
  };
}

/** Dated notes in a language. */
export const marksOf = (events: readonly DatabaseRow[], language: Language): Report["marks"] =>
  events.map((event) => ({
    category: String(event.month),
    label: String((language === "zh" ? event.label_zh : (event.label_en ?? event.label_zh)) ?? ""),
    ...(event.metric ? {metric: String(event.metric)} : {}),
    is_break: event.is_break === true,
  }));
