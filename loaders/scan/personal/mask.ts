import type {PersonalKindId} from "../../../src/words/personal-kinds.js";
import {type Found, findPersonal} from "./find.js";

/** What stands in place of a find: enough to see what it was, too little to reach or name anybody. */
export function maskOf(kind: PersonalKindId, text: string): string {
  switch (kind) {
    case "mobile":
    case "landline":
    case "foreign_phone":
      return "***********";
    case "email":
      return "***@***";
    case "person_name":
      return [...text].length === 1 ? "某" : `${[...text][0]}**`;
    case "plate":
      return `${text[0]}*****`;
    case "address":
      return "***";
    default:
      return "******";
  }
}

/**
 * A text with all that is personal in it masked, and what was found.
 *
 * @example masked("请回电138-1234-5678").text // "请回电***********"
 */
export function masked(
  text: string,
  known?: Parameters<typeof findPersonal>[1],
): {readonly text: string; readonly found: readonly Found[]} {
  const found = findPersonal(text, known);
  if (found.length === 0) return {text, found};
  let at = 0;
  let shown = "";
  for (const {kind, start, end, text: piece} of found) {
    shown += text.slice(at, start) + maskOf(kind, piece);
    at = end;
  }
  return {text: shown + text.slice(at), found};
}
