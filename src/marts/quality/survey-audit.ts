import {z} from "zod";
import {newcombeDifference, type Share} from "../../stats/comparisons/newcombe-difference.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {hundredPercent} from "../../stats/numbers/hundred-percent.js";
import {count, number, text} from "../shape/columns.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {answerAuditTables} from "./answer-audit.js";
import type {Light} from "./survey-soundness.js";

/** What is audited, in the order it is told. */
export const auditTopics = [
  "response",
  "gating",
  "perfect_score",
  "collected_by_handler",
  "mode",
  "version",
  "pilot",
  "late_answers",
  "hasty_answers",
] as const;
export type AuditTopic = (typeof auditTopics)[number];

/** From which values on a light changes; chosen here, shown in the table. */
export const auditThresholds = {
  response: {amber: 0.3, red: 0.1},
  gating: {difference: 0.05, p: 0.05},
  perfect_score: {n: 30, probability: 0.01},
  collected_by_handler: {amber: 0.01, red: 0.2},
  mode: {difference: 0.1, n: 30},
  late_answers: {amber: 0.1, red: 0.3},
  hasty_answers: {amber: 0.05, red: 0.2},
} as const;

const facts = mart("survey_audit", {
  grain: ["topic", "part", "member"],
  row: {topic: text, part: text, member: text, k: count, n: count},
});
type Fact = Delivered<typeof facts>;

/** The survey's own method, audited: the traffic lights. */
export const surveyAuditTables = {
  survey_audit: table({
    from: facts,
    grain: ["topic", "member"],
    row: {
      topic: z.enum(auditTopics),
      member: text,
      light: z.enum(["green", "amber", "red", "grey"]),
      n: count,
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      detail: text,
    },
    derive: auditLights,
  }),
  ...answerAuditTables,
};

/** One light per topic (member "all") and one per team, agent, mode or version that deserves its own. */
export function auditLights(rows: readonly Fact[]): Lit[] {
  const of = (topic: AuditTopic) => rows.filter((row) => row.topic === topic);
  return [
    shareLight("response", {rows: of("response"), isBad: (high, limit) => high < limit}),
    ...gatingLights(of("gating")),
    ...perfectLights(of("perfect_score")),
    collectorLight(of("collected_by_handler")),
    modeLight(of("mode")),
    versionLight(of("version")),
    pilotLight({pilot: of("pilot"), versions: of("version")}),
    shareLight("late_answers", {rows: of("late_answers"), isBad: (value, limit) => value > limit}),
    shareLight("hasty_answers", {rows: of("hasty_answers"), isBad: (value, limit) => value > limit}),
  ];
}

interface Finding<Topic extends string> {
  readonly topic: Topic;
  readonly member?: string;
  readonly light: Light;
  readonly n: number;
  readonly value?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly detail?: string;
}

type Lit = ReturnType<typeof finding<AuditTopic>>;
const finding = <Topic extends string>({
  topic,
  member = "all",
  light,
  n,
  value,
  lo,
  hi,
  detail = "",
}: Finding<Topic>) => ({
  topic,
  member,
  light,
  n,
  value: value ?? null,
  lo: lo ?? null,
  hi: hi ?? null,
  detail,
});

const shareOf = (row: Fact | undefined): Share => ({k: row?.k ?? 0, n: row?.n ?? 0});

function shareLight(
  topic: "response" | "late_answers" | "hasty_answers",
  {rows, isBad}: {rows: readonly Fact[]; isBad: (value: number, limit: number) => boolean},
): Lit {
  const {k, n} = shareOf(rows[0]);
  if (n < 30) return finding({topic, light: "grey", n});
  const {estimate, low, high} = wilsonInterval(k, n);
  const {amber, red} = auditThresholds[topic];
  // A response rate is bad when low: judge by its upper limit; the others by the estimate.
  const judged = topic === "response" ? high : estimate;
  const light = isBad(judged, red) ? "red" : isBad(judged, amber) ? "amber" : "green";
  return finding({topic, light, n, value: estimate, lo: low, hi: high});
}

/** Are those who complained invited as often as the others? Newcombe limits and N−1 chi-square. */
function gatingLights(rows: readonly Fact[]): Lit[] {
  const members = ["all", ...new Set(rows.map(({member}) => member).filter((member) => member !== "all"))];
  const lights = members.map((member) => {
    const part = (name: string) => shareOf(rows.find((row) => row.part === name && row.member === member));
    const [others, complaints] = [part("others"), part("complaints")];
    const n = others.n + complaints.n;
    if (Math.min(others.n, complaints.n) < 10) return finding({topic: "gating", member, light: "grey", n});
    const {estimate, low, high} = newcombeDifference(others, complaints);
    const {p} = twoProportionTest(others, complaints);
    const {difference, p: limit} = auditThresholds.gating;
    const isSure = p < limit / members.length; // Bonferroni over the teams
    const light = isSure && estimate > difference ? "red" : high > difference && !isSure ? "amber" : "green";
    return finding({topic: "gating", member, light, n, value: estimate, lo: low, hi: high});
  });
  // A team is listed only where it leaves the unhappy out.
  const unfair = lights.filter(({member, light}) => member !== "all" && light === "red");
  const [all] = lights;
  return [unfair.length > 0 ? {...all!, light: "red"} : all!, ...unfair];
}

/** n of n satisfied: how sure is that really (exact upper limit), and could it happen with the others' share? */
function perfectLights(rows: readonly Fact[]): Lit[] {
  const all = rows.map((row) => ({member: row.member, ...shareOf(row)}));
  const total = all.reduce((sum, {k, n}) => ({k: sum.k + k, n: sum.n + n}), {k: 0, n: 0});
  const perfect = all
    .filter(({k, n}) => k === n && n >= auditThresholds.perfect_score.n)
    .map(({member, k, n}) => {
      const history = (total.k - k) / Math.max(1, total.n - n);
      const {upper_dissatisfied, implausible} = hundredPercent({n, history});
      return finding({
        topic: "perfect_score",
        member,
        light: implausible ? "red" : "amber",
        n,
        value: 1,
        lo: 1 - upper_dissatisfied,
        hi: 1,
      });
    });
  const judged = all.filter(({n}) => n >= auditThresholds.perfect_score.n).length;
  const light = perfect.some((row) => row.light === "red") ? "red" : perfect.length > 0 ? "amber" : "green";
  return [
    finding({topic: "perfect_score", light: judged === 0 ? "grey" : light, n: total.n, value: perfect.length}),
    ...perfect,
  ];
}

/** Answers collected by the very person they are about. */
function collectorLight(rows: readonly Fact[]): Lit {
  const [handler, independent] = ["handler", "independent"].map((part) =>
    shareOf(rows.find((row) => row.part === part)),
  ) as [Share, Share];
  const n = handler.n + independent.n;
  if (n < 30) return finding({topic: "collected_by_handler", light: "grey", n});
  const {estimate, low, high} = wilsonInterval(handler.n, n);
  const {amber, red} = auditThresholds.collected_by_handler;
  const light = estimate > red ? "red" : estimate > amber ? "amber" : "green";
  return finding({topic: "collected_by_handler", light, n, value: estimate, lo: low, hi: high});
}

/** Largest difference in satisfaction between two modes: answers given in different ways are not one pool. */
function modeLight(rows: readonly Fact[]): Lit {
  const modes = rows.map((row) => ({member: row.member, ...shareOf(row)})).filter(({n}) => n >= 30);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  if (rows.length === 0) return finding({topic: "mode", light: "grey", n});
  if (modes.length < 2) return finding({topic: "mode", light: "green", n, detail: rows[0]!.member});
  const sorted = [...modes].sort((a, b) => b.k / b.n - a.k / a.n);
  const [best, worst] = [sorted[0]!, sorted.at(-1)!];
  const {estimate, low, high} = newcombeDifference(best, worst);
  const isFar = estimate > auditThresholds.mode.difference && low > 0;
  return finding({
    topic: "mode",
    light: isFar ? "amber" : "green",
    n,
    value: estimate,
    lo: low,
    hi: high,
    detail: `${best.member} | ${worst.member}`,
  });
}

/** One questionnaire over the window, or several? */
function versionLight(rows: readonly Fact[]): Lit {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const light = rows.length === 0 ? "grey" : rows.length === 1 ? "green" : "amber";
  const detail = rows
    .map(({member}) => member)
    .sort()
    .join(" | ");
  return finding({topic: "version", light, n, value: rows.length, detail});
}

/** Every questionnaire in use was tried out first. */
function pilotLight({pilot, versions}: {pilot: readonly Fact[]; versions: readonly Fact[]}): Lit {
  const n = pilot.reduce((sum, row) => sum + row.k, 0);
  if (pilot.length === 0) return finding({topic: "pilot", light: "grey", n});
  const used = versions.length > 0 ? versions.map(({member}) => member) : ["?"];
  const untried = used.filter((version) => !pilot.some((row) => row.member === version && row.k > 0));
  const light = untried.length > 0 ? "amber" : "green";
  return finding({topic: "pilot", light, n, value: n, detail: untried.sort().join(" | ")});
}
