import type {MartRow} from "../../marts/shape/table.js";
import type {ReportView} from "../view.js";

/** A gap to one rival on one attribute, as published. */
export interface GapRow {
  readonly period: string;
  readonly item: string;
  readonly question: string;
  readonly brand: string;
  readonly design: string;
  readonly own_n: number | null;
  readonly rival_n: number | null;
  readonly shared_n: number | null;
  readonly own: number | null;
  readonly rival: number | null;
  readonly gap: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly verdict: string;
  readonly paired_gap: number | null;
  readonly flag: string;
}

/** Gaps of a period ("window" or a wave) that may be shown. */
export const gapRows = (view: ReportView, period = "window"): GapRow[] =>
  view
    .rows("brand_gaps")
    .filter((row) => row.period === period && row.gap !== null)
    .map((row: MartRow) => row as unknown as GapRow);

/** The rival most people rated: the one that stands for the others in a title. */
export function mainRival(view: ReportView): string | undefined {
  const raters = new Map<string, number>();
  for (const {brand, rival_n} of gapRows(view))
    if (brand !== "(others)") raters.set(brand, Math.max(raters.get(brand) ?? 0, rival_n ?? 0));
  return [...raters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** A measure of a brand's profile, as published; "" is us. */
export interface ProfileRow {
  readonly brand: string;
  readonly item: string;
  readonly n: number;
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** One measure of all brands (and items), where it could be told. */
export const profileRows = (view: ReportView, {measure}: {measure: string}): ProfileRow[] =>
  view
    .rows("brand_profiles")
    .filter((row) => row.measure === measure && row.value !== null)
    .map((row: MartRow) => row as unknown as ProfileRow);

/** What kind of comparison it is, said on every chart of it. */
export function designText(view: ReportView, design: string): string {
  const zh = view.language === "zh";
  if (design === "same_raters")
    return zh
      ? "同一批人同时给双方打分：这是我们的客户眼中的对手"
      : "The same people rated both: rivals as our customers see them";
  if (design === "separate")
    return zh ? "双方由不同的人打分（独立样本）" : "Each brand was rated by other people (separate samples)";
  return zh
    ? "评分者部分重叠：有人两家都评，有人只评一家，一并计入"
    : "Raters overlap in part: some rated both, some only one, all are counted";
}
