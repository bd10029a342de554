import {dimensionName, memberName, saidDimension} from "../../words/dimensions.js";
import type {ReportView} from "../view.js";

/** A value that English pages show as the records have it, in Chinese, for want of a label. */
export interface Unnamed {
  /** Of what it is a value, in words. */
  readonly of: string;
  readonly value: string;
}

const tables = ["churn_by_segment", "tickets_by_segment", "orders_by_segment"] as const;
/** Names of persons have no other language. */
const ofPersons: readonly string[] = ["all", "agent"];

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The values that groups go by and that have no English name, each once; none for a page in Chinese. */
export function unnamedValues(view: ReportView): Unnamed[] {
  if (view.language === "zh") return [];
  const found = new Map<string, Unnamed>();
  const rows = [
    ...view.rows("metric_by_segment").map((row) => ({dimension: saidDimension(row), member: row.member})),
    ...tables.flatMap((table): readonly {dimension: string; member: string}[] => view.rows(table)),
  ];
  for (const {dimension, member} of rows) {
    const key = `${dimension}|${member}`;
    if (found.has(key) || ofPersons.includes(dimension)) continue;
    const value = memberName(view, {dimension, member});
    // What a call was about may stand where others have a product.
    const isNamed = [value, memberName(view, {dimension: "topic", member})].some((name) => !isHan(name));
    if (!isNamed) found.set(key, {of: dimensionName(view, dimension), value});
  }
  return [...found.values()];
}
