import type {ReportView} from "../../facts/view.js";
import {causeName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** Share lost to each cause by months as a customer; the parts add up to everybody. */
export function churnIncidence(view: ReportView): FigureOrMissing {
  const id = "churn-incidence";
  const rows = view.rows("churn_cause_incidence");
  const last = Math.max(0, ...rows.map((row) => row.month));
  const zh = view.language === "zh";
  const horizons = [6, 12, 18, 24, 36, 48].filter((month) => month <= last);
  const causes = [...new Set(rows.map(({cause}) => cause))];
  if (horizons.length < 2 || causes.every((cause) => cause === "unknown" || cause === "voluntary"))
    return missingLosses(view, {
      id,
      needs: ["contracts", "churn_interviews"],
      shows: {zh: "各原因的累积流失", en: "cumulative loss by cause"},
    });
  const at = (month: number, cause: string) => rows.find((row) => row.month === month && row.cause === cause);
  const end = horizons.includes(24) ? 24 : horizons.at(-1)!;
  const groups = groupsOf(view, {causes, size: (cause) => at(end, cause)?.value ?? 0});
  const value = (month: number, of: readonly string[]) =>
    of.reduce((sum, cause) => sum + (at(month, cause)?.value ?? 0), 0);
  const still = (month: number) => rows.find((row) => row.month === month)?.still_there ?? 1;
  const known = groups.filter(({id: cause}) => !["unknown", "forced", "other"].includes(cause));
  // No rank: what is known of the causes is too little to say which comes first.
  const named = known.map((group) => `${group.name} ${formatNumber(value(end, group.of), "share", view)}`);
  const ended = formatNumber(1 - still(end), "share", view);
  const title = zh
    ? `满 ${end} 个月时 ${ended} 已终止${named.length > 0 ? `；已知原因：${named.join("、")}` : ""}`
    : `After ${end} months ${ended} have ended${named.length > 0 ? `; known causes: ${named.join(", ").toLowerCase()}` : ""}`;
  const parts = [
    ...groups.map((group) => ({...group, of: (month: number) => value(month, group.of)})),
    {id: "still", name: zh ? "仍在" : "Still there", of: still},
  ];
  const label = (month: number) => {
    const n = formatNumber(rows.find((row) => row.month === month)?.n_risk ?? 0, "count", view);
    return zh ? `${month} 个月（在册 ${n}）` : `${month} months (${n} at risk)`;
  };
  return {
    id,
    title,
    subtitle: zh
      ? "从成为客户起，各原因累积终止的比例（竞争风险）；合计 100%"
      : "Share ended by each cause since becoming a customer (competing risks); adds to 100%",
    form: "stacked",
    unit: "share",
    categories: horizons.map(label),
    category_kind: "text",
    category_title: zh ? "成为客户后" : "Since becoming a customer",
    value_title: zh ? "比例" : "Share",
    series: parts.map((part) => ({
      id: part.id,
      name: part.name,
      ...(part.id === "still" ? {role: "context" as const} : {}),
      points: horizons.map((month) => ({
        value: part.of(month),
        n: rows.find((row) => row.month === month)?.n_risk ?? 0,
      })),
    })),
    table: {
      columns: [
        column("month", zh ? "月数" : "Months"),
        ...parts.map((part) => column(part.id, part.name, "share")),
        column("n_risk", zh ? "仍在观察" : "Still observed", "count"),
      ],
      rows: horizons.map((month) => [
        label(month),
        ...parts.map((part) => part.of(month)),
        rows.find((row) => row.month === month)?.n_risk ?? 0,
      ]),
    },
    n: rows[0]?.n_risk ?? 0,
    method: zh ? "Aalen–Johansen 累积发生率，含左截断" : "Aalen–Johansen cumulative incidence with left truncation",
    metrics: ["retention"],
    marts: ["churn_cause_incidence"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

const forced = ["involuntary", "eliminated", "moved"];

/** Four colours tell causes apart: the three greatest by themselves, the rest together. */
function groupsOf(
  view: ReportView,
  {causes, size}: {causes: readonly string[]; size: (cause: string) => number},
): {id: string; name: string; of: readonly string[]}[] {
  const zh = view.language === "zh";
  const own = causes
    .filter((cause) => !forced.includes(cause) && cause !== "unknown" && cause !== "other")
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return [
    ...own.slice(0, 3).map((cause) => ({id: cause, name: causeName(view, cause), of: [cause]})),
    {
      id: "other",
      name: zh ? "其他原因" : "Other causes",
      of: [...own.slice(3), ...causes.filter((cause) => cause === "other")],
    },
    {id: "unknown", name: causeName(view, "unknown"), of: ["unknown"]},
    {id: "forced", name: zh ? "非自愿终止" : "Not of own will", of: forced},
  ].filter(({of}) => of.some((cause) => causes.includes(cause)));
}
