import {identifier, literal} from "../database/sql-text.js";
import type {ItemMapping, TableMapping} from "./mapping.js";

/** Kinds of the questions whose codes `map` writes; a code of the analyst's own that says no kind is a rating. */
const byCode = {overall: "csat", csat: "csat", recommend: "nps", nps: "nps", effort: "ces", ces: "ces"} as const;
const other = "rating";

/** Whether some question of a survey says nowhere what kind it is: then its code tells. */
export const lacksKind = ({entity, columns, defaults, items}: TableMapping): boolean =>
  entity === "surveys" &&
  defaults.question === undefined &&
  (items ? Object.values(items).some(({question}) => question === undefined) : columns.question === undefined);

/** The kind of a question column: as the mapping says, else by its code; the only question is one of satisfaction. */
export function kindOfItem(code: string, item: ItemMapping, {defaults, items = {}}: TableMapping): string {
  const said = item.question ?? defaults.question;
  if (said !== undefined) return said;
  const name = item.item ?? code;
  return name in byCode ? byCode[name as keyof typeof byCode] : Object.keys(items).length === 1 ? "csat" : other;
}

/** The same for answers in rows of their own: SQL of their kind from what the file says of it and from their item. */
export function kindSql(said: string): string {
  const codes = Object.entries(byCode).map(([code, kind]) => `when ${literal(code)} then ${literal(kind)}`);
  return `coalesce(${said}, case ${identifier("item")} ${codes.join(" ")} else ${literal(other)} end)`;
}
