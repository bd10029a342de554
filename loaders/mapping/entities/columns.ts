export type ColumnType = "id" | "text" | "integer" | "decimal" | "weight" | "date" | "timestamp" | "boolean" | "list";

/** Columns that hold personal data, by the rule that hides them at the door. */
export type PersonalKind = "name" | "phone" | "email" | "id_card" | "bank_card" | "plate" | "address" | "verbatim";

export interface Column {
  readonly type: ColumnType;
  /** Allowed values; a value outside them is rejected as unknown. */
  readonly values?: readonly string[];
  readonly personal?: PersonalKind;
  /** Seconds in one unit of a duration, which cells may also write in words: 1分30秒. */
  readonly duration?: number;
  /** A mark on a scale: 100% is none. */
  readonly isScore?: boolean;
  /** Words, in lower case, that say yes or no of this very thing. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Filled at the door from this personal column: a keyed hash, by which equal values are found. Never published. */
  readonly keyOf?: string;
}

export interface Entity {
  readonly key: readonly string[];
  /** Part of the key that may be empty, e.g. the brand rated: none = ours. */
  readonly optionalKey?: readonly string[];
  /** Columns without which a record cannot be counted: an unreadable cell here rejects the row, elsewhere only the cell. */
  readonly required?: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

export const id: Column = {type: "id"};
export const text: Column = {type: "text"};
export const integer: Column = {type: "integer"};
export const decimal: Column = {type: "decimal"};
export const weight: Column = {type: "weight"}; // ten decimals
export const date: Column = {type: "date"};
export const timestamp: Column = {type: "timestamp"};
export const boolean: Column = {type: "boolean"};
export const yesNo = (yes: readonly string[], no: readonly string[]): Column => ({type: "boolean", yes, no});
export const score: Column = {type: "decimal", isScore: true};
export const seconds: Column = {type: "decimal", duration: 1};
export const minutes: Column = {type: "decimal", duration: 60};
export const list: Column = {type: "list"};
export const oneOf = (...values: string[]): Column => ({type: "text", values});
export const personal = (kind: PersonalKind): Column => ({type: "text", personal: kind});
export const keyOf = (column: string): Column => ({type: "text", keyOf: column});
