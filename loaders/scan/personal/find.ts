import {type PersonalKindId, personalKindIds} from "../../../src/words/personal-kinds.js";
import {accounts} from "./accounts.js";
import {addresses} from "./addresses.js";
import {devices} from "./devices.js";
import {documents} from "./documents.js";
import {likelySpellings} from "./hint.js";
import type {Spelling} from "./kind.js";
import {names} from "./names.js";
import {phones} from "./phones.js";
import {plainOf} from "./plain.js";

/** Every spelling of every kind; where two claim the same place the longer one has it. */
export const spellings: readonly Spelling[] = [
  ...accounts,
  ...documents,
  ...devices,
  ...phones,
  ...addresses,
  ...names,
];

const likelyIn = likelySpellings(spellings);

/** A piece of a text that is personal data. */
export interface Found {
  readonly kind: PersonalKindId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What is personal in a text, from left to right, without overlaps.
 *
 * @param known further finds over the plain text, such as names that stand in the customer table
 * @example findPersonal("请回电138-1234-5678")[0]?.kind // "mobile"
 */
export function findPersonal(
  text: string,
  known: (plain: string) => readonly Omit<Found, "text">[] = () => [],
): Found[] {
  const {plain, placeOf} = plainOf(text);
  const found = [...likelyIn(text).flatMap((spelling) => matches(plain, spelling)), ...known(plain)];
  if (found.length === 0) return [];
  const kept: Omit<Found, "text">[] = [];
  for (const each of found.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || rank(a.kind) - rank(b.kind) || a.start - b.start,
  ))
    if (kept.every(({start, end}) => each.end <= start || each.start >= end)) kept.push(each);
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({kind, start, end}) => {
      const [from, to] = [placeOf(start), placeOf(end)];
      return {kind, start: from, end: to, text: text.slice(from, to)};
    });
}

const rank = (kind: PersonalKindId): number => personalKindIds.indexOf(kind);

function matches(plain: string, {kind, find, accept}: Spelling): Omit<Found, "text">[] {
  const found: Omit<Found, "text">[] = [];
  for (const match of plain.matchAll(find)) {
    const [start, end] = match.indices?.groups?.value ?? [match.index, match.index + match[0].length];
    if (start === end) continue;
    const value = plain.slice(start, end);
    if (
      !accept ||
      accept(value, {before: plain.slice(Math.max(0, start - 40), start), after: plain.slice(end, end + 40)})
    )
      found.push({kind, start, end});
  }
  return found;
}
