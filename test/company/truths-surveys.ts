import {day, monthOf, monthStart} from "./calendar.js";
import type {Company} from "./company.js";
import {count, groupBy, mean, rounded} from "./count.js";
import {mixMonths, themeMonth} from "./surveys.js";
import {isAnswer} from "./totals.js";

export function agentScores({surveys}: Company, agent: string) {
  return scoresOf(surveys.filter((one) => isAnswer(one) && one.agent === agent));
}

export const scoresOf = (answers: Company["surveys"]) => ({
  n: answers.length,
  satisfied: count(answers, (one) => one.scores.overall! >= 4),
  mean: rounded(mean(answers.map((one) => one.scores.overall!)), 3),
});

export function mixFall({surveys}: Company): unknown {
  const of = (index: string) => {
    const answers = surveys.filter((one) => isAnswer(one) && monthOf(one.answeredAt!) === index);
    return {
      all: scoresOf(answers),
      by_channel: groupBy(answers, {
        key: (one) => one.channel,
        make: (group) => ({n: group.length, satisfied: count(group, (one) => one.scores.overall! >= 4)}),
      }),
    };
  };
  const [before, after] = [of("2026-05"), of("2026-06")];
  const channels = Object.keys(mixMonths[18]!);
  const parts = channels.map((channel) => {
    const share = (month: typeof before) => month.by_channel[channel]!.n / month.all.n;
    const rate = (month: typeof before) => month.by_channel[channel]!.satisfied / month.by_channel[channel]!.n;
    return {
      rate: ((rate(after) - rate(before)) * (share(after) + share(before))) / 2,
      mix: ((share(after) - share(before)) * (rate(after) + rate(before))) / 2,
    };
  });
  const effect = (part: "rate" | "mix") => rounded(parts.reduce((sum, one) => sum + one[part], 0));
  return {
    by: "channel",
    before: {month: "2026-05", ...before},
    after: {month: "2026-06", ...after},
    kitagawa: {rate: effect("rate"), mix: effect("mix")},
  };
}

/** Dissatisfied (1–2) answers whose customer complained on no day from 30 before to 30 after the answer. */
export function silentDissatisfied({surveys, tickets}: Company): unknown {
  const complaintDays = new Map<string, number[]>();
  for (const ticket of tickets)
    if (ticket.type === "complaint")
      complaintDays.set(ticket.customerId, [
        ...(complaintDays.get(ticket.customerId) ?? []),
        Math.floor(ticket.createdAt / day),
      ]);
  const isSilent = (one: Company["surveys"][number]) =>
    !(complaintDays.get(one.customer.id) ?? []).some((on) => Math.abs(on - Math.floor(one.answeredAt! / day)) <= 30);
  const unhappy = surveys.filter((one) => isAnswer(one) && one.scores.overall! <= 2);
  const counted = (group: readonly (typeof unhappy)[number][]) => ({
    dissatisfied: group.length,
    silent: count(group, isSilent),
  });
  return {
    all_24_months: counted(unhappy),
    last_12_months: counted(unhappy.filter((one) => one.answeredAt! >= monthStart(12))),
    month_2026_10: counted(unhappy.filter((one) => one.answeredAt! >= monthStart(23))),
    by_tier_last_12_months: groupBy(
      unhappy.filter((one) => one.answeredAt! >= monthStart(12)),
      {key: (one) => one.customer.tier, make: counted},
    ),
  };
}

/** Answers that write of devices going offline: the month they begin, and before. */
export function offlineTheme({surveys}: Company): unknown {
  const named = surveys.filter((one) => isAnswer(one) && one.verbatim.includes("离线"));
  const since = named.filter((one) => one.answeredAt! >= monthStart(themeMonth));
  return {
    month: "2026-10",
    word: "离线",
    answers: since.length,
    customers: new Set(since.map((one) => one.customer.id)).size,
    before: named.length - since.length,
  };
}

export function gating({tickets, surveys}: Company): unknown {
  const asked = new Set(surveys.map((one) => one.ticketId));
  const solved = tickets.filter((one) => one.solvedAt !== undefined);
  return groupBy(solved, {
    key: (one) => one.team,
    make: (group) => {
      const complaints = group.filter((one) => one.type === "complaint");
      const others = group.filter((one) => one.type !== "complaint");
      return {
        complaints: complaints.length,
        complaints_invited: count(complaints, (one) => asked.has(one.id)),
        others: others.length,
        others_invited: count(others, (one) => asked.has(one.id)),
      };
    },
  });
}
