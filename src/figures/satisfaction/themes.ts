import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";

const needs = ["surveys"];

/** What customers write: themes, how satisfied who speaks of them is, what is new this month, three of their own texts. */
export function openThemes(view: ReportView): FigureOrMissing {
  const id = "open-themes";
  const rows = view
    .rows("open_themes")
    .filter(({customers}) => customers !== null)
    .sort(
      (a, b) => Number(b.is_new) - Number(a.is_new) || (b.customers ?? 0) - (a.customers ?? 0) || a.place - b.place,
    );
  const [first] = rows;
  if (!first)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "客户原话里的主题（问卷的意见栏）", en: "themes of what customers write in their own words"},
    });
  const name = (row: Theme) => themeName(view, row);
  const newest = rows.find(({is_new}) => is_new);
  const word = (kind: string) => view.rows("theme_words").filter((row) => row.kind === kind).length;
  return partsFigure(view, {
    id,
    title: themesTitle(view, rows),
    subtitle: say(view, {
      zh: `写了意见的 ${formatNumber(first.answers, "count", view)} 位客户中说到各主题的比例；${periodName(view)}`,
      en: `Share of ${formatNumber(first.answers, "count", view)} customers with a text who speak of each theme; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "主题", en: "Theme"}),
    series: [{id: "share", name: say(view, {zh: "说到的客户", en: "Speak of it"}), role: "main"}],
    more: [
      column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
      column("now", say(view, {zh: "本月", en: "This month"}), "count"),
      column("before", say(view, {zh: "此前", en: "Before"}), "count"),
      column("new", say(view, {zh: "本月新出现", en: "New this month"})),
      column("dissatisfied", say(view, {zh: "其中不满意", en: "Dissatisfied"}), "share"),
      column("dissatisfied_lo", say(view, {zh: "下限", en: "Lower"}), "share"),
      column("dissatisfied_hi", say(view, {zh: "上限", en: "Upper"}), "share"),
      column("quotes", say(view, {zh: "原话（已遮盖）", en: "In their words (masked)"})),
    ],
    rows: rows.map((row) => ({
      label: name(row),
      parts: [{value: row.share, lo: row.share_lo, hi: row.share_hi, n: row.customers}],
      more: [
        row.customers,
        row.now,
        row.before,
        row.is_new ? say(view, {zh: "是", en: "yes"}) : say(view, {zh: "否", en: "no"}),
        row.dissatisfied,
        row.dissatisfied_lo,
        row.dissatisfied_hi,
        row.quotes.split("\n").join(" ／ "),
      ],
    })),
    ...(newest ? {focus: [name(newest)]} : {}),
    n: first.answers,
    method: say(view, {
      zh: `主题按 rules/themes.yaml 归类（${word("theme")} 个词；略去 ${word("stop")} 个、合并 ${word("synonym")} 个同义词）；Wilson 95% 区间；“新”看加权对数优势比 z ≥ 2.6`,
      en: `themes by rules/themes.yaml (${word("theme")} words; ${word("stop")} left out, ${word("synonym")} synonyms); Wilson 95% interval; “new” by weighted log-odds, z ≥ 2.6`,
    }),
    metrics: ["bottom_box"],
    marts: ["open_themes", "open_words", "theme_words"],
    notes: [
      say(view, {
        zh: `一位客户可说到几个主题；不足 10 位的不显示。本月写了意见的有 ${first.now_answers} 位。`,
        en: `A customer may speak of several; under 10 are not shown. ${first.now_answers} wrote something this month.`,
      }),
    ],
  });
}

type Theme = Row<"open_themes">;

const themeName = (view: ReportView, row: Theme): string => say(view, {zh: row.label_zh, en: row.label_en});

/** The theme that is new this month, else the one whose speakers are surely least satisfied. */
function themesTitle(view: ReportView, rows: readonly Theme[]): string {
  const name = (row: Theme) => themeName(view, row);
  const share = (value: number | null) => formatNumber(value, "share", view);
  const newest = rows.find(({is_new}) => is_new);
  const unhappiest = rows
    .filter(({dissatisfied_lo}) => dissatisfied_lo !== null)
    .sort((a, b) => b.dissatisfied_lo! - a.dissatisfied_lo!)[0]!;
  return newest
    ? say(view, {
        zh: `本月新说得多的是“${name(newest)}”：${newest.now} 位客户，此前 ${newest.before} 位`,
        en: `New this month: “${name(newest)}”, ${newest.now} customers, ${newest.before} before`,
      })
    : say(view, {
        zh: `说到“${name(unhappiest)}”的客户 ${share(unhappiest.dissatisfied)} 不满意`,
        en: `${share(unhappiest.dissatisfied)} of those who write of “${name(unhappiest)}” are dissatisfied`,
      });
}

/** The words and phrases themselves: of the dissatisfied beside the others, of this month beside those before. */
export function openWords(view: ReportView): FigureOrMissing {
  const id = "open-words";
  const rows = [...view.rows("open_words")].sort(
    (a, b) => (a.compared < b.compared ? -1 : a.compared > b.compared ? 1 : b.z - a.z) || (a.word < b.word ? -1 : 1),
  );
  if (rows.length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "不满意的人、本月的人特有的说法", en: "words peculiar to the dissatisfied and to this month"},
    });
  const top = (compared: string) =>
    rows
      .filter((row) => row.compared === compared)
      .slice(0, 3)
      .map(({word}) => (view.language === "zh" ? `“${word}”` : `“${word}”`))
      .join(view.language === "zh" ? "、" : ", ");
  const themes = new Map(
    view.rows("open_themes").map((row) => [row.theme, say(view, {zh: row.label_zh, en: row.label_en})]),
  );
  const [month, tail] = [top("month"), top("tail")];
  const parts = [
    ...(month ? [say(view, {zh: `本月才多起来的说法：${month}`, en: `Words of this month: ${month}`})] : []),
    ...(tail ? [say(view, {zh: `不满意的人常说：${tail}`, en: `Words of the dissatisfied: ${tail}`})] : []),
  ];
  return tableFigure(view, {
    id,
    title: parts.join(say(view, {zh: "；", en: "; "})),
    subtitle: say(view, {
      zh: `按客户计数，不按词频；至少 10 位客户用过；${periodName(view)}`,
      en: `Customers are counted, not words; used by at least 10; ${periodName(view)}`,
    }),
    columns: [
      column("compared", say(view, {zh: "谁与谁比", en: "Compared"})),
      column("word", say(view, {zh: "说法", en: "Word"})),
      column("theme", say(view, {zh: "主题", en: "Theme"})),
      column("a", say(view, {zh: "这边的客户", en: "Customers here"}), "count"),
      column("b", say(view, {zh: "那边的客户", en: "Customers there"}), "count"),
      column("z", "z", "ratio"),
      column("p_adjusted", say(view, {zh: "校正后 p", en: "Adjusted p"})),
    ],
    rows: rows.map((row) => [
      row.compared === "tail"
        ? say(view, {zh: "不满意的与其余的", en: "Dissatisfied and others"})
        : say(view, {zh: "本月与此前", en: "This month and before"}),
      row.word,
      themes.get(row.theme) ?? "–",
      row.a,
      row.b,
      row.z,
      row.p_adjusted < 0.001 ? "< 0.001" : row.p_adjusted.toFixed(3),
    ]),
    n: rows.length,
    method: say(view, {
      zh: "加权对数优势比，带信息的 Dirichlet 先验（Monroe 等 2008）；z ≥ 2.6，Benjamini–Hochberg 校正",
      en: "weighted log-odds with an informative Dirichlet prior (Monroe et al. 2008); z ≥ 2.6, Benjamini–Hochberg",
    }),
    marts: ["open_words", "open_themes"],
  });
}
