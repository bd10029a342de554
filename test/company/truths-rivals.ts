import {asOf, monthOf} from "./calendar.js";
import type {Company} from "./company.js";
import {wave} from "./contracts.js";
import {count, countBy, groupBy, mean, rounded} from "./count.js";
import {isActiveAt} from "./orders.js";

const namesRival = (text: string) => /蓝鲸|Blue Whale/.test(text);

export function churnWave(company: Company): unknown {
  const {losses, interviews, tickets, calls, visits, customers} = company;
  const inWave = losses.filter((one) => one.isInWave);
  const lostIds = new Set(inWave.map((one) => one.customer.id));
  const talks = interviews.filter((one) => lostIds.has(one.customer.id) && one.left >= wave.from);
  const byId = new Map(customers.map((one) => [one.id, one]));
  const texts = [
    ...tickets.map((one) => ({
      at: one.createdAt,
      region: one.customer.region as string,
      text: one.verbatim,
      kind: "tickets",
    })),
    ...calls.map((one) => ({
      at: one.calledAt,
      region: byId.get(one.customerId)?.region ?? one.region,
      text: one.verbatim,
      kind: "calls",
    })),
    ...visits
      .filter((one) => one.visited)
      .map((one) => ({at: one.visited!, region: one.customer.region as string, text: one.verbatim, kind: "visits"})),
  ].filter((one) => one.at < asOf && namesRival(one.text));
  const voluntary = losses.filter(
    (one) => one.contract.endKind === "voluntary" && one.contract.end >= wave.from && one.contract.end < wave.to,
  );
  return {
    region: wave.region,
    months: ["2026-07", "2026-08", "2026-09"],
    rival: wave.rival,
    lost: inWave.length,
    lost_by_month: countBy(inWave, (one) => monthOf(one.contract.end)),
    lost_in_wave_months_by_region: countBy(voluntary, (one) => one.customer.region),
    active_2026_07_01_by_region: countBy(
      customers.filter((one) => isActiveAt(one, wave.from)),
      (one) => one.region,
    ),
    lost_before_by_month: countBy(
      losses.filter(
        (one) =>
          one.customer.region === wave.region && one.contract.endKind === "voluntary" && one.contract.end < wave.from,
      ),
      (one) => monthOf(one.contract.end),
    ),
    interviewed: talks.length,
    to_rival: count(talks, (one) => one.destination === wave.rival),
    for_price: count(talks, (one) => one.reasons.some((reason) => reason === "R1" || reason === "R2")),
    rival_mentions_in_region_by_month: countBy(
      texts.filter((one) => one.region === wave.region),
      (one) => monthOf(one.at),
    ),
    rival_mentions_elsewhere_by_month: countBy(
      texts.filter((one) => one.region !== wave.region),
      (one) => monthOf(one.at),
    ),
    rival_mentions_by_kind: countBy(texts, (one) => one.kind),
    customer_ids: inWave.map((one) => one.customer.id),
  };
}

export function rivalGaps({study}: Company): unknown {
  return groupBy(study, {
    key: (one) => one.wave,
    make: (ofWave) =>
      groupBy(ofWave, {
        key: (one) => one.item,
        make: (group) => {
          const us = group.filter((one) => one.brand === "YS");
          const rival = group.filter((one) => one.brand === "RA");
          const byRater = new Map(us.map((one) => [one.responseId, one.score]));
          const pairs = rival
            .filter((one) => byRater.has(one.responseId))
            .map((one) => byRater.get(one.responseId)! - one.score);
          return {
            us: {n: us.length, mean: rounded(mean(us.map((one) => one.score)))},
            rival: {n: rival.length, mean: rounded(mean(rival.map((one) => one.score)))},
            paired: {n: pairs.length, gap: rounded(mean(pairs))},
          };
        },
      }),
  });
}
