import {asOf, day, isoDate, monthOf, monthStart, months} from "./calendar.js";
import type {Company} from "./company.js";
import {count, countBy, groupBy, sumBy} from "./count.js";
import {isActiveAt} from "./orders.js";
import type {Customer, Survey} from "./records.js";

export const isAnswer = (survey: Survey): boolean => survey.answeredAt !== undefined && !survey.isPilot;
const isIn = (list: readonly string[], month: string) => list.includes(month);
/** At least one order in the twelve months before, or a contract running at some time in them. */
const wasActiveIn12 = (company: Company, at: number): ((customer: Customer) => boolean) => {
  const from = at - 365 * day;
  const buyers = new Set(
    company.orders.filter((line) => line.orderedAt >= from && line.orderedAt < at).map((line) => line.customer.id),
  );
  return (customer) => buyers.has(customer.id) || customer.contracts.some((one) => one.start < at && one.end >= from);
};

/** Figures of the whole company, by month and by the common cuts. */
export function totalsOf(company: Company): Record<string, unknown> {
  const {customers, tickets, calls, surveys, orders, returns, losses, interviews, callbacks, workOrders} = company;
  const real = customers.filter((customer) => customer.joined !== undefined);
  const complaints = tickets.filter((ticket) => ticket.type === "complaint");
  const answers = surveys.filter(isAnswer);
  const answerMonth = (survey: Survey) => monthOf(survey.answeredAt!);
  const lastMonth = complaints.filter((ticket) => monthOf(ticket.createdAt) === "2026-10");
  const inbound = calls.filter((call) => call.direction === "inbound" && call.isOffered);
  const inMonths = orders.filter((line) => isIn(months, monthOf(line.orderedAt)));
  return {
    customers: {
      rows: customers.length + company.duplicates.length,
      customers: real.length,
      prospects: customers.length - real.length,
      second_entries: company.duplicates.length,
      by_region: countBy(real, (one) => one.region),
      by_region_with_second_entries: countBy([...real, ...company.duplicates], (one) => one.region),
      by_tier: countBy(real, (one) => one.tier),
      revenue_by_tier: sumBy(real, {key: (one) => one.tier, value: (one) => one.revenue}),
      prospects_by_grade: countBy(
        customers.filter((one) => one.joined === undefined),
        (one) => one.grade,
      ),
    },
    active_customers: Object.fromEntries(
      months.map((month, index) => [
        month,
        {
          at_start: count(real, (one) => isActiveAt(one, monthStart(index))),
          at_end: count(real, (one) => isActiveAt(one, monthStart(index + 1) - day)),
        },
      ]),
    ),
    active_by_region_2026_10: {
      contract_running_on_first_day: countBy(
        real.filter((one) => isActiveAt(one, monthStart(23))),
        (one) => one.region,
      ),
      order_or_contract_in_12_months_to_start: countBy(
        real.filter(wasActiveIn12(company, monthStart(23))),
        (one) => one.region,
      ),
      order_or_contract_in_12_months_to_end: countBy(real.filter(wasActiveIn12(company, asOf)), (one) => one.region),
    },
    csat_by_month: groupBy(answers, {
      key: answerMonth,
      make: (group) => ({
        n: group.length,
        satisfied: count(group, (one) => one.scores.overall! >= 4),
        dissatisfied: count(group, (one) => one.scores.overall! <= 2),
      }),
    }),
    nps_by_month: groupBy(answers, {
      key: answerMonth,
      make: (group) => ({
        n: group.length,
        promoters: count(group, (one) => one.scores.recommend! >= 9),
        passives: count(group, (one) => one.scores.recommend === 7 || one.scores.recommend === 8),
        detractors: count(group, (one) => one.scores.recommend! <= 6),
      }),
    }),
    ces_by_month: groupBy(
      answers.filter((one) => one.version === "v2"),
      {
        key: answerMonth,
        make: (group) => ({
          n: group.length,
          easy: count(group, (one) => one.scores.effort! >= 5),
          sum: group.reduce((sum, one) => sum + one.scores.effort!, 0),
        }),
      },
    ),
    invitations_by_month: groupBy(
      surveys.filter((one) => !one.isPilot),
      {
        key: (one) => monthOf(one.invitedAt),
        make: (group) => ({
          invited: group.length,
          delivered: count(group, (one) => one.deliveredAt !== undefined),
          answered: count(group, (one) => one.answeredAt !== undefined),
        }),
      },
    ),
    invitations_by_segment: groupBy(
      surveys.filter((one) => !one.isPilot),
      {
        key: (one) => one.customer.segment,
        make: (group) => ({invited: group.length, answered: count(group, (one) => one.answeredAt !== undefined)}),
      },
    ),
    pilot: {
      invited: count(surveys, (one) => one.isPilot),
      answered: count(surveys, (one) => one.isPilot && one.answeredAt !== undefined),
    },
    tickets_by_month: countBy(tickets, (one) => monthOf(one.createdAt)),
    tickets_by_type: countBy(tickets, (one) => one.type),
    tickets_by_status: countBy(tickets, (one) => one.status),
    complaints_by_month: groupBy(complaints, {
      key: (one) => monthOf(one.createdAt),
      make: (group) => ({complaints: group.length, complainants: new Set(group.map((one) => one.customerId)).size}),
    }),
    complaints_2026_10_by_category: countBy(lastMonth, (one) => one.category),
    complaints_2026_10_by_region: countBy(lastMonth, (one) => one.customer.region),
    complaints_2026_10_by_channel: countBy(lastMonth, (one) => one.channel),
    complaints_open_at_end: count(complaints, (one) => one.solvedAt === undefined),
    calls_by_month: groupBy(inbound, {
      key: (one) => monthOf(one.calledAt),
      make: (group) => ({offered: group.length, answered: count(group, (one) => one.isAnswered)}),
    }),
    calls_not_offered: count(calls, (one) => one.direction === "inbound" && !one.isOffered),
    calls_outbound: count(calls, (one) => one.direction === "outbound"),
    sessions_by_month: groupBy(company.sessions, {
      key: (one) => monthOf(one.enteredAt),
      make: (group) => ({
        asked_for_a_person: count(group, (one) => !one.isBot),
        answered: count(group, (one) => !one.isBot && one.isAnswered),
        bot: count(group, (one) => one.isBot),
      }),
    }),
    orders_by_month: groupBy(inMonths, {
      key: (one) => monthOf(one.orderedAt),
      make: (group) => ({lines: group.length, amount: group.reduce((sum, one) => sum + one.amount, 0)}),
    }),
    returns_by_month: groupBy(returns, {
      key: (one) => monthOf(one.requestedAt),
      make: (group) => ({returns: group.length, amount: group.reduce((sum, one) => sum + one.amount, 0)}),
    }),
    work_order_fees_by_month: sumBy(workOrders, {key: (one) => monthOf(one.completedAt), value: (one) => one.fee}),
    control_totals: Object.fromEntries(
      company.ledger.map((line) => [`${line.month} ${line.source} ${line.measure}`, line.value]),
    ),
    churn_by_month: churnByMonth(company),
    churn_interviews: {
      lost_voluntary: count(losses, (one) => one.contract.endKind === "voluntary"),
      interviews: interviews.length,
      interviews_of_voluntary: count(interviews, (one) => one.category !== "involuntary"),
      destination_by_category: groupBy(interviews, {
        key: (one) => one.destination || "unknown",
        make: (group) => countBy(group, (one) => one.category),
      }),
      reasons_any: countBy(
        interviews.flatMap((one) => one.reasons),
        (reason) => reason,
      ),
    },
    callbacks_by_closing_month: callbacksByMonth(company),
    callbacks_by_outcome: countBy(callbacks, (one) => one.outcome!),
  };
}

/** By the contract rule: ended, none begun within 30 days, dated at the end; the last 30 days are provisional. */
function churnByMonth({losses, contracts}: Company): unknown {
  const firsts = new Set<string>();
  const pending = contracts.filter((one) => one.isRenewed === undefined && one.end < asOf && !one.id.startsWith("HT9"));
  const rows = losses.map((loss) => {
    const isFirst = !firsts.has(loss.customer.id);
    firsts.add(loss.customer.id);
    return {...loss, isFirst};
  });
  return {
    by_month: groupBy(rows, {
      key: (one) => monthOf(one.contract.end),
      make: (group) => ({
        ...countBy(group, (one) => one.contract.endKind!),
        second_time: count(group, (one) => !one.isFirst),
      }),
    }),
    provisional_2026_10: pending.length,
  };
}

/** Closed complaints of customers who may be called ("any"); in time = reached within two calendar days. */
function callbacksByMonth({tickets, callbacks}: Company): unknown {
  const byTicket = new Map(callbacks.map((one) => [one.ticket.id, one]));
  const closed = tickets.filter((one) => one.type === "complaint" && one.closedAt !== undefined);
  return groupBy(closed, {
    key: (one) => monthOf(one.closedAt!),
    make: (group) => {
      const eligible = group.filter((one) => one.customer.preference === "any");
      const calls = eligible.map((one) => byTicket.get(one.id)).filter((one) => one !== undefined);
      const isInTime = (one: (typeof calls)[number]) =>
        one.outcome === "reached" && one.calledAt! <= one.ticket.closedAt! + 2 * day;
      return {
        closed: group.length,
        eligible: eligible.length,
        attempted: calls.length,
        reached: count(calls, (one) => one.outcome === "reached"),
        reached_in_time: count(calls, isInTime),
        closed_after_2026_10_27: count(eligible, (one) => isoDate(one.closedAt!) > "2026-10-27"),
        reached_in_time_closed_to_2026_10_27: count(
          calls,
          (one) => isInTime(one) && isoDate(one.ticket.closedAt!) <= "2026-10-27",
        ),
        not_by_handler: count(calls, (one) => one.caller !== one.ticket.handler),
        confirmed: count(calls, (one) => one.isConfirmed === true),
      };
    },
  });
}
