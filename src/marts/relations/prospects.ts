import {z} from "zod";
import {count, estimate, month, text} from "../shape/columns.js";
import {hiddenRows} from "../shape/hidden.js";
import {shareOf} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const speeds = z.enum(["within_4h", "within_24h", "later", "never"]);
const answers = mart("prospect_answers", {grain: ["speed"], row: {speed: speeds, decided: count, won: count}});

/** Prospects by grade: stock, flow, and whether a fast first answer wins them. */
export const prospectTables = {
  prospect_flows: table({
    grain: ["month", "grade"],
    row: {
      month,
      grade: text,
      opening: count,
      fresh: count,
      climbed_in: count,
      fell_in: count,
      climbed_out: count,
      fell_out: count,
      won: count,
      lost: count,
      closing: count,
    },
  }),
  prospect_answers: table({
    from: answers,
    row: {speed: z.enum(["all", ...speeds.options]), decided: count, won: count.nullable(), ...estimate},
    derive: wonBySpeed,
  }),
  prospects_listed: table({
    grain: ["prospect_id"],
    row: {
      prospect_id: text,
      customer_id: text,
      grade: text,
      grade_before: text,
      owner: text,
      since_month: month,
    },
  }),
};

/** The share won at each speed and of all; where few were decided how many were won is not said either. */
export function wonBySpeed(rows: readonly Delivered<typeof answers>[], options: DeriveOptions) {
  if (rows.length === 0) return [];
  const share = ({won, decided}: {won: number; decided: number}) => {
    const shown = shareOf({k: won, n: decided}, options);
    return {won: shown.value === null ? null : won, ...shown};
  };
  const hidden = hiddenRows(rows, {
    size: ({decided}) => decided,
    isSmall: (row) => share(row).value === null,
    part: ({won}) => won,
  });
  const all = {speed: "all" as const, decided: sum(rows, "decided"), won: sum(rows, "won")};
  return [...rows.map((row) => ({...row, ...(hidden.has(row) ? withheld : share(row))})), {...all, ...share(all)}];
}

const withheld = {won: null, value: null, lo: null, hi: null, flag: "suppressed"} as const;
