import {isUnfinished} from "../../marts/shape/flag.js";
import {isRestName} from "../../words/rest.js";
import type {Claim, Figure} from "../figure.js";

type Row = Figure["table"]["rows"][number];

/** Words that say of something that it is the most or the least of its kind. */
const most =
  /\b(?:most|least|highest|lowest|largest|longest|oldest|worst|dearest|quickest|emptiest)\b|最[多少高低大小久长差好快慢贵]/i;

/** The same words where they say nothing of the kind: limits, likelihood, the names of marks, a claim that is denied. */
const noClaim =
  /\bat (?:most|least)\b|\bmost likely\b|\bnot surely the most\b|customers who bring most|收入最多的|不能断定是最多的|\bthe (?:lowest|highest)(?: score)?, -?\d|最[低高]分|最多解决/gi;

/**
 * A title that calls something the most or the least and has no claim that could be looked up.
 * @example unclaimed({title: "North lost most", claims: undefined, table: {columns: [], rows: []}}) // => ["most"]
 */
export function unclaimed({title, claims, table}: Pick<Figure, "title" | "claims" | "table">): string[] {
  if (claims && claims.length > 0) return [];
  const names = table.rows.flat().filter((cell) => typeof cell === "string" && most.test(cell)) as string[];
  const said = superlativeIn(names.reduce((text, name) => text.replaceAll(name, " "), title));
  return said === undefined ? [] : [said];
}

const superlativeIn = (text: string): string | undefined =>
  most.exec(text.replace(quoted, " ").replace(noClaim, " "))?.[0];

const quoted = /“[^”]*”/g;

/** What a sentence is made of: parts that could stand alone. */
const partsOf = (sentence: string): string[] =>
  sentence.split(/[。；;，：]|[.,:] /).map((part) => part.trim().replace(/\.$/, ""));

/**
 * Sentences that call something the most or the least and say it after no title that does: what cannot be looked up.
 * @example unprovenSentences(["Least liked: North."], []) // => ["Least liked: North."]
 */
export function unprovenSentences(sentences: readonly string[], figures: readonly Figure[]): string[] {
  const proven = figures.filter(({claims = []}) => claims.length > 0).map(({title}) => title.toLowerCase());
  return sentences.filter((sentence) => {
    const said = partsOf(sentence).filter((part) => superlativeIn(part) !== undefined);
    return said.some((part) => !proven.some((title) => title.includes(part.toLowerCase())));
  });
}

/**
 * What a title calls the most or the least and is not, each with what lies beyond it: rows with enough behind them are in
 * the running, but for those that stand for whatever has no name of its own and those that add others up.
 * @example falseClaims({claims: [{is: "highest", of: "lost", rows: ["North"]}], table: {columns: [{id: "region", label: "", unit: "text"}, {id: "lost", label: "", unit: "count"}], rows: [["North", 3], ["South", 5]]}}) // => ["North < South"]
 */
export function falseClaims({claims = [], table}: Pick<Figure, "claims" | "table">): string[] {
  return claims.flatMap((claim) => {
    const at = table.columns.findIndex(({id}) => id === claim.of);
    const flag = table.columns.findIndex(({id}) => id === "flag");
    const known = table.rows.filter((row) => typeof row[at] === "number");
    const running = known.filter((row) => isRunning(row, {claim, flag}));
    const value = (row: Row) => (claim.is === "highest" ? 1 : -1) * (row[at] as number);
    const sign = claim.is === "highest" ? "<" : ">";
    if (claim.value !== undefined) {
      const own = (claim.is === "highest" ? 1 : -1) * claim.value;
      const best = Math.max(...running.map(value));
      return Math.abs(best - own) <= 1e-6 * Math.max(1, Math.abs(own))
        ? []
        : [`${claim.value} ${sign} ${Math.abs(best)}`];
    }
    const {rows: names = []} = claim;
    const isNamed = (row: Row) => names.some((name) => !isRestName(name) && isCalled(row, name));
    const named = known.filter(isNamed);
    const lost = names.filter((name) => isRestName(name) || !named.some((row) => isCalled(row, name)));
    const beyond = running.filter((row) => !isNamed(row) && named.some((each) => value(row) >= value(each)));
    return [
      ...lost,
      ...beyond.map((row) => `${names.join(", ")} ${sign} ${row.find((cell) => typeof cell === "string")}`),
    ];
  });
}

const isCalled = (row: Row, name: string): boolean =>
  row.includes(name) || name.split(" · ").every((part) => row.includes(part));

const totals = new Set(["合计", "全部", "Together", "All"]);

function isRunning(row: Row, {claim, flag}: {claim: Claim; flag: number}): boolean {
  const texts = row.filter((cell, at): cell is string => typeof cell === "string" && at !== flag);
  const mark = String(row[flag] ?? "");
  if (mark === "hollow" || mark === "suppressed" || isUnfinished(mark as Parameters<typeof isUnfinished>[0]))
    return false;
  if (texts[0] !== undefined && (totals.has(texts[0]) || isRestName(texts[0]))) return false;
  return claim.among === undefined || texts.some((text) => claim.among?.includes(text));
}
