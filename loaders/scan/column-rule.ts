import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import {headerKind} from "./personal/headers.js";
import {surname} from "./personal/surnames.js";

const person = new RegExp(`^${surname}\\p{Script=Han}{1,3}$`, "u");

/** What the values of a kind look like where nothing but the heading of their column tells. */
const forms: Readonly<Record<PersonalKindId, RegExp>> = {
  mobile: /^[+(]?\d(?:[\d\s()-]{5,})$/,
  landline: /^[+(]?\d(?:[\d\s()-]{5,})$/,
  foreign_phone: /^[+(]?\d(?:[\d\s()-]{5,})$/,
  id_card: /^[\dA-Z][\d\s-]{6,}[\dXx]$/,
  hk_id: /^[A-Z]{1,2}\d{6}/i,
  passport: /^[A-Z]{1,2}\d{6,8}$/i,
  ssn: /^\d[\d\s-]{7,}$/,
  bank_card: /^\d[\d\s-]{8,}$/,
  iban: /^[A-Z]{2}\d{2}[\dA-Z\s]{8,}$/i,
  qq: /^\d{5,12}$/,
  wechat: /^[A-Za-z](?=.*[\d_-])[\w-]{5,19}$/,
  email: /^\S+@\S+$/,
  person_name: person,
  address: /\d\s?(?:号|室|栋|幢|弄)/,
  birth_date: /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/,
  plate: /^\p{Script=Han}[A-Z][·-]?[A-Z\d]{5,6}$/iu,
  vin: /^[A-HJ-NPR-Z\d]{17}$/i,
  imei: /^\d[\d\s-]{13,}$/,
  ip: /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-f:]+::?[\da-f:]+$/i,
  mac: /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/i,
};

/**
 * The kind of personal data that a column may not hold, where it does: refused by its heading, whatever its values are
 * otherwise like. Counts under a heading such as 电话 (the channel) are none.
 */
export function refusedColumn(
  heading: string,
  values: readonly string[],
): {kind: PersonalKindId; value: string} | undefined {
  const kind = headerKind(heading);
  if (kind === undefined) return undefined;
  const value = values.find((each) => forms[kind].test(each.trim()));
  return value === undefined ? undefined : {kind, value};
}
