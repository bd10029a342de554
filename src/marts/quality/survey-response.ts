import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, estimate, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const invited = {dimension: text, member: text, invited: count, delivered: count.nullable()};

const invitations = mart("survey_response", {grain: ["dimension", "member"], row: {...invited, answered: count}});

/** The response funnel, by kind of customer and by how they were asked. */
export const surveyResponseTables = {
  survey_response: table({
    from: invitations,
    row: {...invited, answered: count.nullable(), ...estimate},
    derive: responseRates,
  }),
};

/** Answered of invited (AAPOR RR2 for lists), Wilson limits; small bases, and what would give them away, withheld. */
export function responseRates(rows: readonly Delivered<typeof invitations>[], {preset}: DeriveOptions) {
  const families = groupRows(rows, ({dimension}) => dimension);
  return [...families.values()].flatMap((family) => {
    const cells = family.map((row) => {
      const [k, n] = [row.answered, row.invited];
      const interval = wilsonInterval(k, n);
      return {row, n, interval, flag: smallN({n, ...interval}, {preset}).flag};
    });
    const {also} = complementarySuppression(
      cells.map(({row, n, flag}) => ({id: row.member, n, suppressed: flag === "suppressed"})),
      [{parts: family.map(({member}) => member)}],
    );
    return cells.map(({row, interval, flag}) =>
      flag === "suppressed" || also.includes(row.member)
        ? {...row, delivered: null, answered: null, value: null, lo: null, hi: null, flag: "suppressed" as const}
        : {...row, value: interval.estimate, lo: interval.low, hi: interval.high, flag},
    );
  });
}
