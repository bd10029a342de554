import type {Row} from "../../marts/list.js";
import {type Known, whereKnown} from "../known.js";
import type {ReportView} from "../view.js";

/** A gap to one rival on one attribute, where it may be shown. */
export type GapRow = Row<"brand_gaps"> & {readonly gap: number};

/** Gaps of a period ("window" or a wave) that may be shown. */
export const gapRows = (view: ReportView, period = "window"): GapRow[] =>
  view.rows("brand_gaps").filter((row): row is GapRow => row.period === period && row.gap !== null);

/** The rival most people rated: the one that stands for the others in a title. */
export function mainRival(view: ReportView): string | undefined {
  const raters = new Map<string, number>();
  for (const {brand, rival_n} of gapRows(view))
    if (brand !== "(others)") raters.set(brand, Math.max(raters.get(brand) ?? 0, rival_n ?? 0));
  return [...raters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** A measure of a brand's profile, where it could be told; "" is us. */
export type ProfileRow = Known<Row<"brand_profiles">, "value" | "lo" | "hi">;

/** One measure of all brands (and items), where it could be told. */
export const profileRows = (view: ReportView, {measure}: {measure: ProfileRow["measure"]}): ProfileRow[] =>
  whereKnown(
    view.rows("brand_profiles").filter((row) => row.measure === measure),
    "value",
    "lo",
    "hi",
  );

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
