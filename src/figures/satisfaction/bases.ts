import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";

const names = {
  answers: {zh: "每份回答算一份", en: "Each answer counts once"},
  tier: {zh: "按等级加权到全部客户", en: "Weighted to the tiers"},
  base: {zh: "按等级与大区加权到全部客户", en: "Weighted to tiers and regions"},
  revenue: {zh: "按收入加权", en: "Weighted by revenue"},
} as const;

type Basis = Row<"satisfaction_bases">;

/** One set of answers, four figures: each answers another question. */
export function satisfactionBases(view: ReportView): FigureOrMissing {
  const id = "satisfaction-bases";
  const rows = view.rows("satisfaction_bases").filter(({measure}) => measure === "dissatisfied");
  const satisfied = view.rows("satisfaction_bases").filter(({measure}) => measure === "satisfied");
  const order = Object.keys(names) as (keyof typeof names)[];
  const drawn = order.flatMap((basis) => rows.filter((row) => row.basis === basis && row.value !== null));
  const [plain] = drawn;
  if (!plain || drawn.length < 2)
    return missingFigure(view, {
      id,
      needs: ["surveys", "customers"],
      shows: {
        zh: "不加权、按客户结构加权、按收入加权的满意度",
        en: "satisfaction unweighted, weighted to the base and by revenue",
      },
    });
  const share = (value: number | null) => formatNumber(value, "share", view);
  const revenue = drawn.find(({basis}) => basis === "revenue");
  const base = drawn.find(({basis}) => basis === "base") ?? drawn.find(({basis}) => basis === "tier");
  const parts = [
    say(view, {zh: `按回答算 ${share(plain.value)}`, en: `${share(plain.value)} of answers`}),
    ...(base
      ? [say(view, {zh: `按客户结构 ${share(base.value)}`, en: `${share(base.value)} weighted to the base`})]
      : []),
    ...(revenue ? [say(view, {zh: `按收入 ${share(revenue.value)}`, en: `${share(revenue.value)} by revenue`})] : []),
  ];
  return partsFigure(view, {
    id,
    title: say(view, {zh: `不满意率：${parts.join("，")}`, en: `Dissatisfied: ${parts.join(", ")}`}),
    subtitle: say(view, {
      zh: `同一批回答的四种算法：答卷、客户、收入各回答一个问题；${periodName(view)}`,
      en: `One set of answers, counted in four ways, each of which answers another question; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "算法", en: "Counted"}),
    series: [{id: "dissatisfied", name: say(view, {zh: "不满意率", en: "Dissatisfied"}), role: "main"}],
    more: [
      column("satisfied", say(view, {zh: "满意率", en: "Satisfied"}), "share"),
      column("n", say(view, {zh: "回答", en: "Answers"}), "count"),
      column("n_eff", say(view, {zh: "有效样本量", en: "n_eff"}), "count"),
      column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
    ],
    rows: drawn.map((row) => ({
      label: names[row.basis][view.language],
      parts: [{value: row.value, lo: row.lo, hi: row.hi, n: row.n}],
      more: [
        satisfied.find(({basis}) => basis === row.basis)?.value ?? null,
        row.n,
        row.n_eff === null ? null : Math.round(row.n_eff),
        row.customers,
      ],
    })),
    n: plain.n ?? 0,
    method: say(view, {
      zh: "Wilson 95% 区间（有效样本量），按客户聚类；事后分层与迭代加权（raking）的线性化标准误",
      en: "Wilson 95% interval on n_eff, clustered by customer; linearised errors of post-stratification and raking",
    }),
    metrics: ["bottom_box", "csat"],
    marts: ["satisfaction_bases"],
    notes: notesOf(view, {drawn, revenue, base}),
  });
}

/** How far weights matter, on whom the weighted figure hangs, and who is left out of it. */
function notesOf(
  view: ReportView,
  {drawn, revenue, base}: {drawn: readonly Basis[]; revenue: Basis | undefined; base: Basis | undefined},
): string[] {
  const needed = drawn.some(({is_needed}) => is_needed);
  return [
    needed
      ? say(view, {
          zh: "作答客户的等级结构与全部客户（有购买、合同或作答）相差超过 5 个百分点，应看加权后的数。",
          en: "The tiers of who answered are over 5 points off those of all customers (who buy, have a contract or answered): read the weighted figure.",
        })
      : say(view, {
          zh: "作答客户的等级结构与全部客户（有购买、合同或作答）相差不到 5 个百分点，加权与否差别不大。",
          en: "The tiers of who answered are within 5 points of those of all customers (who buy, have a contract or answered): weights change little.",
        }),
    ...(revenue
      ? [
          say(view, {
            zh: "按收入：一户的收入平分到它的各份回答；没有收入的客户不计。",
            en: "By revenue: a customer's revenue is shared over their answers; who brings none does not count.",
          }),
        ]
      : []),
    ...(revenue?.influence != null && revenue.influence >= 0.005
      ? [
          say(view, {
            zh: `按收入加权时，最有影响的一户去掉后数字会变 ${formatNumber(revenue.influence * 100, "points", view).replace("+", "")} 个百分点。`,
            en: `By revenue, leaving out the most influential customer moves the figure by ${formatNumber(revenue.influence * 100, "points", view).replace("+", "")} points.`,
          }),
        ]
      : []),
    ...(base && (base.left_out ?? 0) > 0
      ? [
          say(view, {
            zh: `${base.left_out} 户所在的等级或大区没有人作答，未计入（全部 ${base.base} 户）。`,
            en: `Nobody answered of the tier or region of ${base.left_out} customers (of ${base.base}): left out.`,
          }),
        ]
      : []),
  ];
}

/** Scores with the weights that the survey itself carries beside those without, by wave. */
export function surveyWeights(view: ReportView): FigureOrMissing {
  const id = "survey-weights";
  const rows = view.rows("survey_weights").filter(({mean, weighted_mean}) => mean !== null && weighted_mean !== null);
  const csat = rows.filter(({question}) => question === "csat");
  const waves = csat.filter(({wave}) => wave !== "(all)");
  const last = [...(waves.length > 0 ? waves : csat)].sort((a, b) => (a.wave < b.wave ? -1 : 1)).at(-1) ?? rows[0];
  if (!last)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "按问卷自带权重计算的得分", en: "scores with the weights of the survey itself"},
    });
  const score = (value: number | null) => formatNumber(value, "score", view);
  const all = say(view, {zh: "全部", en: "All"});
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `按问卷权重，平均 ${score(last.weighted_mean)}（不加权 ${score(last.mean)}）`,
      en: `With the survey's weights the mean is ${score(last.weighted_mean)} (without: ${score(last.mean)})`,
    }),
    subtitle: say(view, {
      zh: `${last.wave === "(all)" ? all : last.wave}；问卷自带抽样权重的回答`,
      en: `${last.wave === "(all)" ? all : last.wave}; answers that carry sampling weights`,
    }),
    columns: [
      column("question", say(view, {zh: "问题", en: "Question"})),
      column("wave", say(view, {zh: "波次", en: "Wave"})),
      column("n", say(view, {zh: "回答", en: "Answers"}), "count"),
      column("n_eff", say(view, {zh: "有效样本量", en: "n_eff"}), "count"),
      column("mean", say(view, {zh: "平均分", en: "Mean"}), "score"),
      column("weighted_mean", say(view, {zh: "加权平均分", en: "Weighted mean"}), "score"),
      column("value", say(view, {zh: "满意率或净推荐值", en: "Satisfied, or NPS"})),
      column("weighted_value", say(view, {zh: "加权后", en: "Weighted"})),
      column("weighted_range", say(view, {zh: "95% 区间", en: "95% interval"})),
    ],
    rows: rows.map((row) => {
      const unit = row.question === "nps" ? "nps" : "share";
      const text = (value: number | null) => formatNumber(value, unit, view);
      return [
        row.question === "nps" ? "NPS" : "CSAT",
        row.wave === "(all)" ? all : row.wave,
        row.n,
        row.n_eff === null ? null : Math.round(row.n_eff),
        row.mean,
        row.weighted_mean,
        text(row.value),
        text(row.weighted_value),
        `${text(row.weighted_lo)} – ${text(row.weighted_hi)}`,
      ];
    }),
    n: rows.reduce((most, row) => Math.max(most, row.n), 0),
    method: say(view, {
      zh: "Kish 有效样本量；Wilson 与得分法 95% 区间",
      en: "Kish n_eff; Wilson and score 95% intervals",
    }),
    metrics: ["csat", "nps"],
    marts: ["survey_weights"],
  });
}
