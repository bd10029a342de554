import {z} from "zod";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {type CountedRecord, explainDifference, suspectKinds} from "./explain-difference.js";

/** How many suspects of one difference are published. */
const listed = 10;

const reconciled = {month: text, source: text, measure: text};
const amounts = {amount: number.nullable(), recorded_by: text.nullable(), file: text, row: count};

const suspects = mart("reconciliation_suspects", {
  grain: ["month", "source", "measure", "file", "row", "record_id", "place"],
  row: {
    ...reconciled,
    counted: text,
    difference: number,
    place: z.enum(["month", "before", "after", "dropped", "unmatched"]),
    record_id: text.nullable(),
    occurred_date: text.nullable(),
    ...amounts,
    kept_amount: number.nullable(),
    edge_minutes: count,
    has_twin: z.boolean(),
    is_unreadable: z.boolean(),
  },
});
type Candidate = Delivered<typeof suspects>;

/** 对账: the ledger's totals beside ours, and the records that explain each difference. */
export const reconciliationTables = {
  reconciliation: table({
    grain: ["month", "source", "measure"],
    row: {
      ...reconciled,
      counted: text,
      ledger: number.nullable(),
      ours: number.nullable(),
      difference: number.nullable(),
      recorded_by: text.nullable(),
      status: z.enum(["equal", "different", "no_records", "no_total"]),
    },
  }),
  reconciliation_suspects: table({
    from: suspects,
    grain: ["month", "source", "measure", "rank"],
    row: {
      ...reconciled,
      rank: count,
      difference: number,
      kind: z.enum(suspectKinds),
      explains_all: z.boolean(),
      record_id: text.nullable(),
      occurred_date: text.nullable(),
      amount: number.nullable(),
      corrected: number.nullable(),
      recorded_by: text.nullable(),
      file: text,
      row: count,
    },
    derive: rankedSuspects,
  }),
};

/** Candidate records of each difference → the ten likeliest, ranked, with the kind of slip and the corrected amount. */
export function rankedSuspects(rows: readonly Candidate[]) {
  const groups = groupRows(rows, ({month, source, measure}) => `${month}|${source}|${measure}`);
  return [...groups.values()].flatMap((group) => {
    const {month, source, measure, counted, difference} = group[0]!;
    const candidates = group.map((each) => ({...asRecord(each), row: each}));
    return explainDifference(candidates, {difference, isCount: counted.endsWith(".count")})
      .slice(0, listed)
      .map(({record, kind, corrected, explainsAll}, index) => {
        const {record_id, occurred_date, amount, recorded_by, file, row} = record.row;
        const suspect = {kind, explains_all: explainsAll, record_id, occurred_date, amount, corrected, recorded_by};
        return {month, source, measure, rank: index + 1, difference, ...suspect, file, row};
      });
  });
}

const asRecord = (row: Candidate): CountedRecord => ({
  id: `${row.record_id}`,
  amount: row.amount,
  place: row.place,
  keptAmount: row.kept_amount,
  hasTwin: row.has_twin,
  isUnreadable: row.is_unreadable,
  edgeMinutes: row.edge_minutes,
});
