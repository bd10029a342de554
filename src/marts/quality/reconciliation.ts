import {z} from "zod";
import {count, number, rowOf, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import type {Mart, MartRow} from "../shape/mart.js";
import {type CountedRecord, explainDifference} from "./explain-difference.js";

/** How many suspects of one difference are published. */
const listed = 10;

/** 对账: the ledger's totals beside ours, and the records that explain each difference. */
export const reconciliationMarts: readonly Mart[] = [
  {
    name: "reconciliation",
    grain: ["month", "source", "measure"],
    row: rowOf({
      month: text,
      source: text,
      measure: text,
      counted: text,
      ledger: number.nullable(),
      ours: number.nullable(),
      difference: number.nullable(),
      recorded_by: text.nullable(),
      status: z.enum(["equal", "different", "no_records", "no_total"]),
    }),
  },
  {
    name: "reconciliation_suspects",
    grain: ["month", "source", "measure", "file", "row", "place"],
    row: rowOf({
      month: text,
      source: text,
      measure: text,
      counted: text,
      difference: number,
      file: text,
      row: count,
      place: text,
      record_id: text.nullable(),
      occurred_date: text.nullable(),
      recorded_by: text.nullable(),
      amount: number.nullable(),
      kept_amount: number.nullable(),
      edge_minutes: count,
      has_twin: z.boolean(),
      is_unreadable: z.boolean(),
    }),
    derive: rankedSuspects,
    publishedGrain: ["month", "source", "measure", "rank"],
  },
];

/** Candidate records of each difference → the ten likeliest, ranked, with the kind of slip and the corrected amount. */
export function rankedSuspects(rows: readonly MartRow[]): MartRow[] {
  const groups = groupRows(rows, ({month, source, measure}) => `${month}|${source}|${measure}`);
  return [...groups.values()].flatMap((group) => {
    const {month, source, measure, counted, difference} = group[0]!;
    const candidates = group.map((each) => ({...asRecord(each), row: each}));
    const isCount = String(counted).endsWith(".count");
    return explainDifference(candidates, {difference: Number(difference), isCount})
      .slice(0, listed)
      .map(({record, kind, corrected, explainsAll}, index) => ({
        month: month!,
        source: source!,
        measure: measure!,
        rank: index + 1,
        difference: difference!,
        kind,
        explains_all: explainsAll,
        record_id: record.row.record_id!,
        occurred_date: record.row.occurred_date!,
        amount: record.row.amount!,
        corrected,
        recorded_by: record.row.recorded_by!,
        file: record.row.file!,
        row: record.row.row!,
      }));
  });
}

const asRecord = (row: MartRow): CountedRecord => ({
  id: `${row.record_id}`,
  amount: row.amount === null ? null : Number(row.amount),
  place: row.place as CountedRecord["place"],
  keptAmount: row.kept_amount == null ? null : Number(row.kept_amount),
  hasTwin: row.has_twin === true,
  isUnreadable: row.is_unreadable === true,
  edgeMinutes: Number(row.edge_minutes),
});
