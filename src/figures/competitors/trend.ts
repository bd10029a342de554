import {designText, gapRows, mainRival} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import type {MartRow} from "../../marts/shape/mart.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import type {Figure, FigureOrMissing, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {limitColumns, numbersOf, tableFigure} from "../forms/table.js";

const shows = {zh: "与对手的差距怎样变化", en: "how the gap to rivals changes"};

/** The attribute whose lead over the main rival shrank most: our score and theirs, wave by wave. */
export function competitorTrend(view: ReportView): FigureOrMissing {
  const id = "competitor-trend";
  const rival = mainRival(view);
  const change = changes(view, rival)[0];
  if (!rival || !change) return missingFigure(view, {id, needs: ["surveys"], shows});
  const zh = view.language === "zh";
  const item = String(change.item);
  const waves = [...new Set(view.rows("brand_ratings").map((row) => String(row.period)))]
    .filter((wave) => wave !== "window" && gapRows(view, wave).some((row) => row.brand === rival && row.item === item))
    .sort();
  const points = (brand: string): Point[] =>
    waves.map((wave) => {
      const row = view
        .rows("brand_ratings")
        .find((each) => each.period === wave && each.item === item && each.brand === brand);
      return {
        value: (row?.value ?? null) as number | null,
        lo: (row?.lo ?? null) as number | null,
        hi: (row?.hi ?? null) as number | null,
        n: (row?.n ?? null) as number | null,
      };
    });
  const [own, theirs] = [points(""), points(rival)];
  const gaps = waves.map((wave) => gapRows(view, wave).find((row) => row.brand === rival && row.item === item)!.gap);
  return {
    ...shell(view, {change, rival}),
    id,
    form: "lines",
    unit: "score",
    categories: waves,
    category_kind: "text",
    category_title: zh ? "波次" : "Wave",
    value_title: zh ? "均分" : "Mean rating",
    series: [
      {id: "own", name: brandName(view, ""), role: "main", points: own},
      {id: "rival", name: brandName(view, rival), points: theirs},
    ],
    table: {
      columns: [
        {id: "wave", label: zh ? "波次" : "Wave", unit: "text"},
        {id: "own", label: brandName(view, ""), unit: "score"},
        {id: "rival", label: brandName(view, rival), unit: "score"},
        {id: "gap", label: zh ? "差距" : "Gap", unit: "score"},
        {id: "own_n", label: zh ? "我们 n" : "n, we", unit: "count"},
        {id: "rival_n", label: zh ? "对手 n" : "n, rival", unit: "count"},
      ],
      rows: waves.map((wave, i) => [
        wave,
        own[i]!.value,
        theirs[i]!.value,
        gaps[i]!,
        own[i]!.n ?? null,
        theirs[i]!.n ?? null,
      ]),
    },
    n: own.reduce((sum, {n}) => sum + (n ?? 0), 0),
  };
}

function shell(
  view: ReportView,
  {change, rival}: {change: MartRow; rival: string},
): Omit<Figure, "id" | "form" | "unit" | "categories" | "category_kind" | "series" | "table" | "n"> {
  const zh = view.language === "zh";
  const title = trendFinding(view, {change, rival});
  const design = gapRows(view)[0]?.design ?? "overlapping";
  return {
    title,
    subtitle: zh
      ? `${itemName(view, String(change.item))}的均分，自己与${brandName(view, rival)}，各波次`
      : `Mean rating of ${itemName(view, String(change.item))}, ours and that of ${brandName(view, rival)}, by wave`,
    method: zh
      ? `均分的 t 95% 区间；变化按 ${change.waves} 次抽样的线性趋势，Benjamini–Hochberg`
      : `t 95% interval of means; change by the linear trend over ${change.waves} samples, Benjamini–Hochberg`,
    metrics: ["brand_gap"],
    marts: ["brand_ratings", "brand_gaps", "brand_gap_changes"],
    notes: [`${designText(view, design)}${zh ? "。" : "."}`],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Own score and lead in one sentence: rising while the lead shrinks is what own trends hide. */
export function trendFinding(view: ReportView, {change, rival}: {change: MartRow; rival: string}): string {
  const gap = (wave: unknown) =>
    gapRows(view, String(wave)).find((row) => row.brand === rival && row.item === change.item)?.gap ?? null;
  const [from, to] = [gap(change.from), gap(change.to)].map((value) => formatNumber(value, "score", view));
  const name = brandName(view, rival);
  const own = Number(change.own_change);
  const size = formatNumber(Math.abs(own), "score", view);
  const [isRise, isFall] = [Number(change.own_lo) > 0, Number(change.own_hi) < 0];
  const shrank = Number(change.gap_change) < 0;
  const self = isRise
    ? say(view, {zh: `自己的分数上升 ${size}`, en: `our own score rose by ${size}`})
    : isFall
      ? say(view, {zh: `自己的分数下降 ${size}`, en: `our own score fell by ${size}`})
      : say(view, {zh: "自己的分数升降尚不能判断", en: "whether our own score changed cannot be told"});
  const but = isRise === shrank ? say(view, {zh: "，但", en: ", yet "}) : say(view, {zh: "，", en: ", and "});
  return `${itemName(view, String(change.item))}${say(view, {zh: "：", en: ": "})}${self}${but}${moved()}`;

  function moved(): string {
    if (!isSureChange(change))
      return say(view, {
        zh: `对${name}的评分差由 ${from} 到 ${to} 分，是否变化尚不能判断`,
        en: `the gap to ${name} went from ${from} to ${to}, which may be chance`,
      });
    if (shrank && Number(gap(change.from)) > 0)
      return Number(gap(change.to)) > 0
        ? say(view, {
            zh: `对${name}的领先由 ${from} 缩小到 ${to} 分`,
            en: `our lead over ${name} shrank from ${from} to ${to}`,
          })
        : say(view, {
            zh: `对${name}的领先 ${from} 分已经失去（现为 ${to}）`,
            en: `our lead of ${from} over ${name} is gone (now ${to})`,
          });
    return shrank
      ? say(view, {
          zh: `比${name}落后得更多：${from} → ${to} 分`,
          en: `we fell further behind ${name}: ${from} to ${to}`,
        })
      : say(view, {
          zh: `相对${name}有改善：${from} → ${to} 分`,
          en: `we gained on ${name}: ${from} to ${to}`,
        });
  }
}

/** The interval of the change leaves out 0, and it holds among all attributes looked at. */
export const isSureChange = (row: MartRow): boolean =>
  (Number(row.gap_hi) < 0 || Number(row.gap_lo) > 0) && Number(row.p_adjusted) <= 0.05;

/** Changes against one rival: sure losses first, the greatest first. */
export function changes(view: ReportView, rival: string | undefined): MartRow[] {
  const isLoss = (row: MartRow) => Number(row.gap_change) < 0 && isSureChange(row);
  return view
    .rows("brand_gap_changes")
    .filter((row) => row.brand === rival)
    .sort((a, b) => Number(isLoss(b)) - Number(isLoss(a)) || Number(a.gap_change) - Number(b.gap_change));
}

/** Every attribute: own change beside the change of the gap. */
export function competitorChanges(view: ReportView): FigureOrMissing {
  const id = "competitor-changes";
  const rival = mainRival(view);
  const rows = changes(view, rival);
  if (!rival || rows.length === 0) return missingFigure(view, {id, needs: ["surveys"], shows});
  const zh = view.language === "zh";
  const shrinking = rows.filter((row) => Number(row.gap_change) < 0 && isSureChange(row));
  const growing = rows.filter((row) => Number(row.gap_change) > 0 && isSureChange(row));
  const names = (list: typeof rows) =>
    listed(
      view,
      list.map((row) => itemName(view, String(row.item))),
    );
  const name = brandName(view, rival);
  const found = [
    ...(shrinking.length > 0
      ? [zh ? `相对${name}在退步：${names(shrinking)}` : `We are losing ground to ${name} on ${names(shrinking)}`]
      : []),
    ...(growing.length > 0
      ? [zh ? `相对${name}在进步：${names(growing)}` : `We are gaining ground on ${name} on ${names(growing)}`]
      : []),
  ];
  const {from, to} = rows[0]!;
  return tableFigure(view, {
    id,
    title:
      found.length > 0
        ? found.join(zh ? "；" : "; ")
        : zh
          ? `对${name}的差距，各项都不能断定有变化`
          : `No gap to ${name} has surely changed`,
    subtitle: zh ? `${from} 至 ${to}：自己的变化与差距的变化` : `${from} to ${to}: own change and change of the gap`,
    n: Math.max(...gapRows(view).map(({own_n}) => own_n ?? 0)),
    method: zh
      ? `${rows[0]!.waves} 次抽样的线性趋势，首尾之差，95% 区间；Benjamini–Hochberg`
      : `linear trend over ${rows[0]!.waves} samples, from first to last, 95% interval; Benjamini–Hochberg`,
    marts: ["brand_gap_changes"],
    metrics: ["brand_gap"],
    columns: [
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "own_change", label: zh ? "自己的变化" : "Own change", unit: "score"},
      ...limitColumns(view, "score", "own"),
      {id: "gap_change", label: zh ? "差距的变化" : "Change of the gap", unit: "score"},
      ...limitColumns(view, "score", "gap"),
    ],
    rows: rows.map((row) => [
      itemName(view, String(row.item)),
      ...numbersOf(row, ["own_change", "own_lo", "own_hi", "gap_change", "gap_lo", "gap_hi"]),
    ]),
  });
}
