import {asOf, day, isoDate, monthOf, monthStart, months} from "./calendar.js";
import type {Company} from "./company.js";
import {graceDays} from "./contracts.js";
import {count, countBy, groupBy, rounded} from "./count.js";
import {impossibleAges} from "./customers.js";
import {overdueCustomer} from "./field.js";
import {isActiveAt, returnSpike, tierLevels} from "./orders.js";
import {prospectTruths} from "./prospects.js";
import {churnWave, rivalGaps} from "./truths-rivals.js";

/** Planted truths about customers: value, leaving, rivals, and what only a look across tables shows. */
export function marketTruths(company: Company): Record<string, unknown> {
  const {customers, losses, contracts} = company;
  const real = customers.filter((customer) => customer.joined !== undefined);
  const revenue = real.reduce((sum, one) => sum + one.revenue, 0);
  const whale = [...real].sort((a, b) => b.revenue - a.revenue)[0]!;
  const buyers = real.filter((one) => one.revenue > 0).sort((a, b) => b.revenue - a.revenue);
  const top = buyers.slice(0, Math.round(buyers.length * 0.05));
  return {
    "03_churn_wave": churnWave(company),
    "14_second_entries": company.duplicates.map((one) => ({
      customer_id: one.id,
      same_as: one.duplicateOf,
      name: one.name,
    })),
    "16_rival_gaps": {us: "YS", rival: "RA", by_wave: rivalGaps(company)},
    "18_concentration": {
      customer_id: whale.id,
      revenue_12_months: whale.revenue,
      all_revenue_12_months: revenue,
      share: rounded(whale.revenue / revenue),
      top_5_percent: {customers: top.length, share: rounded(top.reduce((sum, one) => sum + one.revenue, 0) / revenue)},
    },
    "21_overdue_and_next": {
      overdue_for_visits: {
        customer_id: overdueCustomer,
        last_visit: lastVisit(company, overdueCustomer),
        tier: real.find((one) => one.id === overdueCustomer)!.tier,
      },
      just_under_next_tier: justUnder(company),
    },
    "23_return_cohorts": returnCohorts(company),
    "25_cross_checks": crossChecks(company),
    "26_ends_by_kind": countBy(losses, (one) => one.contract.endKind!),
    "27_referrals": {
      referred: count(real, (one) => one.referredBy !== ""),
      referrers: new Set(real.map((one) => one.referredBy).filter(Boolean)).size,
      top: topReferrer(company),
    },
    "28_renewals": {
      grace_days: graceDays,
      ended: count(contracts, (one) => one.isRenewed !== undefined),
      renewed_at_once: count(contracts, (one) => one.isRenewed === true && gapDays(company, one) === 1),
      renewed_within_grace: count(contracts, (one) => one.isRenewed === true && gapDays(company, one) > 1),
      not_renewed: count(contracts, (one) => one.isRenewed === false),
      came_back_later: losses
        .filter((one) => one.back !== undefined)
        .map((one) => ({customer_id: one.customer.id, left: isoDate(one.contract.end), back: isoDate(one.back!)})),
    },
    "30_customer_events": eventTruths(company),
    "31_prospects": prospectTruths(company.prospects),
    "29_personal_data_in_texts": personalData(company),
  };
}

const gapDays = (company: Company, contract: Company["contracts"][number]): number => {
  const owner = company.customers.find((one) => one.id === contract.customerId)!;
  const next = owner.contracts.find((one) => one.start > contract.end);
  return next ? Math.round((next.start - contract.end) / day) : 0;
};

const lastVisit = ({visits}: Company, id: string): string | undefined => {
  const done = visits
    .filter((one) => one.customer.id === id && one.visited !== undefined)
    .map((one) => isoDate(one.visited!));
  return done.sort().at(-1);
};

/** Customers with a contract who lack at most 5 % of the next tier's threshold. */
function justUnder({customers}: Company): unknown {
  return tierLevels.slice(0, 3).flatMap((level) =>
    customers
      .filter((one) => one.revenue < level.min && one.revenue >= level.min * 0.95 && isActiveAt(one, asOf - day))
      .map((one) => ({
        customer_id: one.id,
        revenue: one.revenue,
        next: level.code,
        missing: level.min - one.revenue,
      })),
  );
}

/** Lines shipped and returned within 30 days, by product and ship month; subscriptions are not goods. */
function returnCohorts({orders, returns}: Company): unknown {
  const back = new Map(returns.map((one) => [one.orderId, one]));
  const isBack = (line: Company["orders"][number]) => {
    const one = back.get(line.orderId);
    return one !== undefined && one.requestedAt < line.shipped + 31 * day;
  };
  const goods = orders.filter((line) => line.category !== "订阅" && months.includes(monthOf(line.shipped)));
  const cohort = (lines: readonly (typeof goods)[number][]) => ({
    shipped: lines.length,
    returned: count(lines, isBack),
  });
  const isSpike = (line: (typeof goods)[number]) => line.shipped >= returnSpike.from;
  return {
    product: returnSpike.product,
    from_ship_month: "2026-04",
    before: groupBy(
      goods.filter((line) => !isSpike(line)),
      {key: (line) => line.product, make: cohort},
    ),
    since: groupBy(
      goods.filter((line) => isSpike(line) && line.shipped < monthStart(23)),
      {key: (line) => line.product, make: cohort},
    ),
    by_ship_month: groupBy(
      goods.filter((line) => line.product === returnSpike.product),
      {key: (line) => monthOf(line.shipped), make: cohort},
    ),
  };
}

function crossChecks(company: Company): unknown {
  const {tickets, customers, contracts, returns, orders, surveys, callbacks, visits, interviews, losses} = company;
  const ticketIds = new Set(tickets.map((one) => one.id));
  const orderIds = new Set(orders.map((one) => one.orderId));
  const cards = [...customers, ...company.duplicates];
  return {
    closed_before_opened: tickets
      .filter((one) => one.closedAt !== undefined && one.closedAt < one.createdAt)
      .map((one) => one.id),
    ticket_without_customer: tickets.filter((one) => one.customerId !== one.customer.id).map((one) => one.id),
    callback_before_closing: callbacks.filter((one) => one.calledAt! < one.ticket.closedAt!).map((one) => one.id),
    survey_without_ticket: surveys
      .filter((one) => one.ticketId !== "" && !ticketIds.has(one.ticketId))
      .map((one) => one.id),
    orphan_returns: returns.filter((one) => !orderIds.has(one.orderId)).map((one) => one.id),
    overlapping_contracts: contracts
      .filter((one) => one.id.startsWith("HT9"))
      .map((one) => ({contract_id: one.id, customer_id: one.customerId})),
    future_orders: company.slips.map((one) => one.id),
    future_visits: visits.filter((one) => one.visited !== undefined && one.visited >= asOf).map((one) => one.id),
    impossible_ages: cards
      .filter((one) => impossibleAges.includes(one.age ?? 50))
      .map((one) => ({customer_id: one.id, age: one.age})),
    // They left, were asked why, and came back: the card shows no day of leaving any more.
    interviewed_and_back: interviews
      .filter(
        (one) =>
          losses.some(
            (loss) => loss.customer === one.customer && loss.contract.end === one.left && loss.back !== undefined,
          ) && one.customer.left === undefined,
      )
      .map((one) => one.id),
    same_phone: company.duplicates.map((one) => [one.duplicateOf, one.id]),
    stale_cards: count(cards, (one) => one.cardUpdated < monthStart(12)),
  };
}

/** Each event beside its plan, and its guests among the care actions. */
function eventTruths({gatherings, care}: Company): unknown {
  return gatherings.map((one) => {
    const guests = care.filter((act) => act.kind === "event" && act.campaign === one.campaign);
    return {
      event_id: one.id,
      campaign: one.campaign,
      invited: guests.length,
      attended: count(guests, (act) => act.isAttended === true),
      budget: one.budget,
      cost: one.cost ?? null,
      incidents: one.incidents ?? null,
      testimonials: one.testimonials ?? null,
    };
  });
}

function topReferrer({customers}: Company): unknown {
  const counts = Object.entries(
    countBy(
      customers.filter((one) => one.referredBy !== ""),
      (one) => one.referredBy,
    ),
  );
  const [customer_id, referred] = counts.sort((a, b) => b[1] - a[1])[0]!;
  return {customer_id, referred};
}

function personalData({tickets, surveys}: Company): unknown {
  const texts = [...tickets.map((one) => one.verbatim), ...surveys.map((one) => one.verbatim)];
  return {
    phone: count(texts, (text) => /1610000\d{4}/.test(text)),
    email: count(texts, (text) => /@example\.com/.test(text)),
    id_card: count(texts, (text) => /990101\d{11}[\dX]/.test(text)),
    address: count(texts, (text) => /样板路\d+号/.test(text)),
    shapes: {
      phone: "1610000dddd",
      email: "userNNNNN@example.com",
      id_card: "990101yyyymmddnnnC",
      bank_card: "6299990000ddddddddC",
      plate: "沪Addddd",
    },
  };
}
