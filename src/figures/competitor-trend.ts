import {formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {designText, gapRows, mainRival} from "./competitor-rows.js";
import type {Figure, FigureOrMissing, Point} from "./figure.js";
import {missingFigure} from "./missing.js";
import {brandName, itemName} from "./relation-names.js";
import {tableFigure} from "./table-figure.js";

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
      ? "均分的 t 95% 区间；差距之变化按两次独立抽样"
      : "t 95% interval of means; change of the gap between fresh samples",
    metrics: ["brand_gap"],
    marts: ["brand_ratings", "brand_gaps", "brand_gap_changes"],
    notes: [`${designText(view, design)}${zh ? "。" : "."}`],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Own score and gap in one sentence: rising while the lead shrinks is what own trends hide. */
export function trendFinding(view: ReportView, {change, rival}: {change: MartRow; rival: string}): string {
  const zh = view.language === "zh";
  const item = itemName(view, String(change.item));
  const gap = (wave: unknown) =>
    gapRows(view, String(wave)).find((row) => row.brand === rival && row.item === change.item)?.gap ?? null;
  const [from, to] = [gap(change.from), gap(change.to)].map((value) => formatNumber(value, "score", view));
  const [ownLo, ownHi, own] = [Number(change.own_lo), Number(change.own_hi), Number(change.own_change)];
  const isRise = ownLo > 0;
  const isFall = ownHi < 0;
  const self = isRise
    ? zh
      ? `自己的分数上升了 ${formatNumber(own, "score", view)}，`
      : `our own score rose by ${formatNumber(own, "score", view)}, yet `
    : isFall
      ? zh
        ? `自己的分数下降了 ${formatNumber(-own, "score", view)}，`
        : `our own score fell by ${formatNumber(-own, "score", view)}, and `
      : zh
        ? "自己的分数未见实质变化，"
        : "our own score shows no sure change, but ";
  const isSure = Number(change.gap_hi) < 0 || Number(change.gap_lo) > 0;
  const shrank = Number(change.gap_change) < 0;
  const isCrossed = shrank && Number(gap(change.to)) <= 0;
  const moved =
    isSure && isCrossed
      ? zh
        ? `与${brandName(view, rival)}的差距由 ${from} 变为 ${to} 分，不再领先`
        : `the gap to ${brandName(view, rival)} went from ${from} to ${to}: the lead is gone`
      : isSure
        ? zh
          ? `对${brandName(view, rival)}的${shrank ? "优势缩小" : "差距改善"}：${from} → ${to} 分`
          : `the gap to ${brandName(view, rival)} ${shrank ? "shrank" : "improved"} from ${from} to ${to}`
        : zh
          ? `对${brandName(view, rival)}的差距从 ${from} 到 ${to} 分，尚不能断定变化`
          : `the gap to ${brandName(view, rival)} went from ${from} to ${to}, which may be chance`;
  return zh ? `${item}：${self}${moved}` : `${item}: ${self}${moved}`;
}

/** Changes against one rival: those sure first, the greatest loss first. */
export function changes(view: ReportView, rival: string | undefined): MartRow[] {
  const isSure = (row: MartRow) => Number(row.gap_hi) < 0 && Number(row.p_adjusted) <= 0.05;
  return view
    .rows("brand_gap_changes")
    .filter((row) => row.brand === rival)
    .sort((a, b) => Number(isSure(b)) - Number(isSure(a)) || Number(a.gap_change) - Number(b.gap_change));
}

/** Every attribute: own change beside the change of the gap. */
export function competitorChanges(view: ReportView): FigureOrMissing {
  const id = "competitor-changes";
  const rival = mainRival(view);
  const rows = changes(view, rival);
  if (!rival || rows.length === 0) return missingFigure(view, {id, needs: ["surveys"], shows});
  const zh = view.language === "zh";
  const shrinking = rows.filter((row) => Number(row.gap_hi) < 0 && Number(row.p_adjusted) <= 0.05);
  const names = shrinking.map((row) => itemName(view, String(row.item))).join(zh ? "、" : ", ");
  const {from, to} = rows[0]!;
  return tableFigure(view, {
    id,
    title:
      shrinking.length > 0
        ? zh
          ? `对${brandName(view, rival)}的优势在缩小：${names}`
          : `Our lead over ${brandName(view, rival)} is shrinking on ${names}`
        : zh
          ? `对${brandName(view, rival)}的差距，各项都不能断定有变化`
          : `No gap to ${brandName(view, rival)} has surely changed`,
    subtitle: zh ? `${from} 至 ${to}：自己的变化与差距的变化` : `${from} to ${to}: own change and change of the gap`,
    n: rows.length,
    method: zh
      ? "两次独立抽样之差，95% 区间；Benjamini–Hochberg"
      : "difference of fresh samples, 95% interval; Benjamini–Hochberg",
    marts: ["brand_gap_changes"],
    metrics: ["brand_gap"],
    columns: [
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "own_change", label: zh ? "自己的变化" : "Own change", unit: "score"},
      {id: "own_lo", label: zh ? "下限" : "Lower", unit: "score"},
      {id: "own_hi", label: zh ? "上限" : "Upper", unit: "score"},
      {id: "gap_change", label: zh ? "差距的变化" : "Change of the gap", unit: "score"},
      {id: "gap_lo", label: zh ? "下限" : "Lower", unit: "score"},
      {id: "gap_hi", label: zh ? "上限" : "Upper", unit: "score"},
    ],
    rows: rows.map((row) => [
      itemName(view, String(row.item)),
      ...(["own_change", "own_lo", "own_hi", "gap_change", "gap_lo", "gap_hi"] as const).map(
        (name) => row[name] as number | null,
      ),
    ]),
  });
}
