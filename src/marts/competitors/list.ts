import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, each, month, number, text} from "../shape/columns.js";
import {finite} from "../shape/limits.js";
import {byMonth} from "../shape/months.js";
import {type DeriveOptions, mart, table} from "../shape/table.js";
import {gapTables} from "./gaps.js";
import {profileTables} from "./profiles.js";
import {ratingTables} from "./ratings.js";
import {scoreTables} from "./scores.js";
import {walletTables} from "./wallet.js";

const outcomes = {
  brand: text,
  tickets: count,
  complaints: count,
  timely_known: count,
  dispute_known: count,
  disputed: count,
};
const shares = ["timely_share", "timely_lo", "timely_hi", "disputed_share", "disputed_lo", "disputed_hi"] as const;

/** How we stand beside the brands that the same or other people rated, and where rivals are spoken of. */
export const competitorTables = {
  ...ratingTables,
  ...gapTables,
  ...walletTables,
  rival_mentions: byMonth(
    table({
      grain: ["month", "brand", "dimension", "member"],
      row: {month, brand: text, dimension: text, member: text, mentions: count},
    }),
    {at: "month", metric: "rival_mentions"},
  ),
  rival_mentions_listed: table({
    grain: ["entity", "record_id", "brand"],
    row: {
      entity: text,
      record_id: text,
      brand: text,
      occurred_date: text,
      customer_id: text.nullable(),
      tier: text,
      region: text,
      offer: text,
      words: text,
      file: text,
      row: count,
    },
  }),
  brand_tickets: table({
    from: mart("brand_tickets", {grain: ["brand"], row: {...outcomes, timely: count}}),
    row: {...outcomes, ...each(shares, number.nullable())},
    derive: (rows, options) =>
      rows.map((row) => {
        const [timely, disputed] = [
          share({k: row.timely, n: row.timely_known}, options),
          share({k: row.disputed, n: row.dispute_known}, options),
        ];
        return {
          ...row,
          timely_share: timely.estimate,
          timely_lo: timely.low,
          timely_hi: timely.high,
          disputed_share: disputed.estimate,
          disputed_lo: disputed.low,
          disputed_hi: disputed.high,
        };
      }),
  }),
  ...scoreTables,
  ...profileTables,
};

function share({k, n}: {k: number; n: number}, {preset}: DeriveOptions) {
  const interval = wilsonInterval(k, n);
  const hidden = smallN({n, ...interval}, {preset}).flag === "suppressed";
  const shown = (value: number) => (hidden ? null : finite(value));
  return {estimate: shown(interval.estimate), low: shown(interval.low), high: shown(interval.high)};
}
