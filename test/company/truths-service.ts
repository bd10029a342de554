import {asOf, day, hour, isoDate, isoStamp, moment, monthOf, monthStart} from "./calendar.js";
import {ownCallbackTeam} from "./callbacks.js";
import {thinMonth} from "./calls.js";
import {onComplaintsSince, teams} from "./catalog.js";
import type {Company} from "./company.js";
import {count, countBy, groupBy, median, rounded} from "./count.js";
import {carelessClerk, carelessMonth, missingPartsRegion} from "./field.js";
import type {Ticket} from "./records.js";
import {gatingTeam, honestAgent, perfectAgent} from "./surveys.js";
import {basesMonth, chainStarts, failedAction, newCategory, workedAction} from "./ticket-plan.js";
import {fastHandler, overclaimingTeam, slowDepartment} from "./tickets.js";
import {isAnswer} from "./totals.js";
import {agentScores, gating, mixFall, offlineTheme, scoresOf, silentDissatisfied} from "./truths-surveys.js";

/** Planted truths about service: what happened to tickets, calls, callbacks, jobs and surveys. */
export function serviceTruths(company: Company): Record<string, unknown> {
  const {tickets, calls, surveys, callbacks, workOrders} = company;
  const complaints = tickets.filter((ticket) => ticket.type === "complaint");
  const careless = workOrders.find((job) => job.fee !== job.trueFee)!;
  const feesOfMonth = workOrders.filter((job) => monthOf(job.completedAt) === carelessMonth);
  return {
    "01_careless_fee": {
      work_order_id: careless.id,
      recorded_by: carelessClerk,
      month: carelessMonth,
      fee: careless.fee,
      true_fee: careless.trueFee,
      ours: feesOfMonth.reduce((sum, job) => sum + job.fee, 0),
      ledger: feesOfMonth.reduce((sum, job) => sum + job.trueFee, 0),
      difference: careless.fee - careless.trueFee,
    },
    "02_perfect_agent": {
      perfect: {agent: perfectAgent, ...agentScores(company, perfectAgent), collected_by_the_agent: true},
      honest: {agent: honestAgent, ...agentScores(company, honestAgent)},
    },
    "04_new_category": {
      category: newCategory.category,
      month: "2026-10",
      tickets: count(complaints, (one) => one.category === newCategory.category),
      before: count(complaints, (one) => one.category === newCategory.category && monthOf(one.createdAt) !== "2026-10"),
    },
    "05_mix_only_fall": mixFall(company),
    "06_own_callbacks": {
      team: ownCallbackTeam,
      by_team: groupBy(callbacks, {
        key: (one) => one.ticket.team,
        make: (group) => ({
          callbacks: group.length,
          by_the_handler: count(group, (one) => one.caller === one.ticket.handler),
        }),
      }),
    },
    "07_silent_dissatisfied": silentDissatisfied(company),
    "08_thirty_complaints": {
      month: "2026-10",
      complaints: basesMonth.complaints,
      large: {region: basesMonth.large, ...baseOf(company, basesMonth.large)},
      small: {region: basesMonth.small, ...baseOf(company, basesMonth.small)},
    },
    "09_late_file": {
      file: "helpdesk/tickets_late_2026-09.csv",
      tickets: tickets.filter((one) => one.isLate).map((one) => one.id),
      by_month: countBy(
        tickets.filter((one) => one.isLate),
        (one) => monthOf(one.createdAt),
      ),
    },
    "10_claimed_not_confirmed": {
      team: overclaimingTeam,
      by_team: groupBy(
        callbacks.filter((one) => one.outcome === "reached"),
        {
          key: (one) => one.ticket.team,
          make: (group) => ({
            reached: group.length,
            claimed: count(group, (one) => one.ticket.isSolved === true),
            confirmed: count(group, (one) => one.isConfirmed === true),
            claimed_not_confirmed: count(group, (one) => one.ticket.isSolved === true && one.isConfirmed === false),
          }),
        },
      ),
    },
    "11_fast_not_liked": {
      handler: fastHandler,
      ...agentScores(company, fastHandler),
      median_hours: medianHours(tickets.filter((one) => one.handler === fastHandler)),
      median_hours_of_team: medianHours(
        tickets.filter((one) => one.team === overclaimingTeam && one.handler !== fastHandler),
      ),
    },
    "12_actions": {
      worked: {
        action_id: "GS001",
        category: workedAction.category,
        done: isoDate(workedAction.done),
        complaints_by_month: countBy(
          complaints.filter((one) => one.category === workedAction.category),
          (one) => monthOf(one.createdAt),
        ),
      },
      did_not: {
        action_id: "GS002",
        category: failedAction.category,
        done: isoDate(failedAction.done),
        complaints_by_month: countBy(
          complaints.filter((one) => one.category === failedAction.category),
          (one) => monthOf(one.createdAt),
        ),
      },
    },
    "13_gating": {team: gatingTeam, invited_of_solved_by_team: gating(company)},
    "15_repeat_chains": chainStarts.map(({id}) => ({
      customer_id: id,
      tickets: complaints
        .filter((one) => one.customerId === id && one.category === "漏水")
        .map((one) => ({ticket_id: one.id, created_at: isoStamp(one.createdAt)})),
    })),
    "17_promise_broken": {
      department: slowDepartment,
      by_department: groupBy(
        complaints.filter((one) => one.promisedAt! < asOf && one.department !== ""),
        {
          key: (one) => one.department,
          make: (group) => ({
            due: group.length,
            solved_in_time: count(group, (one) => one.solvedAt !== undefined && one.solvedAt <= one.promisedAt!),
            closed_in_time: count(group, (one) => one.closedAt !== undefined && one.closedAt <= one.promisedAt!),
          }),
        },
      ),
    },
    "20_preference_violations": {
      callbacks: callbacks
        .filter((one) => one.ticket.customer.preference !== "any")
        .map((one) => ({
          callback_id: one.id,
          ticket_id: one.ticket.id,
          customer_id: one.ticket.customer.id,
          preference: one.ticket.customer.preference,
        })),
    },
    "22_first_time_fix": {region: missingPartsRegion, by_region: firstTimeFix(company)},
    "30_offline_theme": offlineTheme(company),
    "24_answer_rate_drop": {
      month: monthOf(monthStart(thinMonth)),
      offered: count(
        calls,
        (one) => one.direction === "inbound" && one.isOffered && monthOf(one.calledAt) === "2026-03",
      ),
      answered: count(
        calls,
        (one) => one.direction === "inbound" && one.isAnswered && monthOf(one.calledAt) === "2026-03",
      ),
      event: "2026-03-02 热线二组六人借调，人手不足",
    },
    "33_no_rotation": notRotated(),
    "32_slow_at_noon": slowAtNoon(company),
    "19_questionnaire_break": {
      date: "2025-07-01",
      before: scoresOf(surveys.filter((one) => isAnswer(one) && one.version === "v1")),
      after: scoresOf(surveys.filter((one) => isAnswer(one) && one.version === "v2")),
      pilot: "2025-06, v2",
    },
  };
}

const medianHours = (tickets: readonly Ticket[]) =>
  rounded(
    median(tickets.filter((one) => one.solvedAt !== undefined).map((one) => (one.solvedAt! - one.createdAt) / hour)),
    2,
  );

function baseOf({customers}: Company, region: string) {
  const active = count(
    customers,
    (one) =>
      one.region === region &&
      one.contracts.some((contract) => contract.start <= monthStart(23) && monthStart(23) < contract.end + day),
  );
  return {
    customers_with_contract_on_2026_10_01: active,
    per_10000: rounded((basesMonth.complaints / active) * 10_000, 1),
  };
}

/** Whole weeks since the rotation of each team, and who has had complaints for twelve and more. */
function notRotated(): unknown {
  const weeks = Object.fromEntries(
    Object.entries(onComplaintsSince).map(([team, since]) => [team, Math.floor((asOf - moment(since)) / (7 * day))]),
  );
  const late = teams.filter(({code}) => (weeks[code] ?? 0) >= 12);
  return {weeks, teams: late.map(({code}) => code), handlers: late.flatMap(({members}) => members).length};
}

/** First replies of the last twelve months, in the hour in which one agent serves alone and over the day. */
function slowAtNoon({sessions}: Company): unknown {
  const replied = sessions.filter((one) => one.enteredAt >= monthStart(12) && !one.isBot && one.isAnswered);
  const timesOf = (group: typeof replied) => ({
    sessions: group.length,
    median_seconds: median(group.map((one) => one.reply)),
    held_at_once: rounded(group.reduce((sum, one) => sum + one.heldAtOnce, 0) / group.length, 2),
  });
  return {
    hour: "12:00",
    noon: timesOf(replied.filter((one) => Math.floor((one.enteredAt % day) / hour) === 12)),
    day: timesOf(replied),
  };
}

/** Jobs done at least 30 days ago with no other job on the same asset in the 30 days after. */
function firstTimeFix({workOrders}: Company): unknown {
  const due = workOrders.filter((job) => job.completedAt <= asOf - 30 * day);
  const hasSecond = (job: (typeof due)[number]) =>
    workOrders.some(
      (other) =>
        other.assetId === job.assetId &&
        other.completedAt > job.completedAt &&
        other.completedAt <= job.completedAt + 30 * day,
    );
  return groupBy(due, {
    key: (one) => one.customer.region,
    make: (group) => ({
      jobs: group.length,
      fixed_first_time: count(group, (one) => !hasSecond(one)),
      parts_missing: count(group, (one) => one.isPartsMissing),
    }),
  });
}
