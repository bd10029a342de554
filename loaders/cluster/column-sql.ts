/** A name as ClickHouse quotes it. */
export const quoted = (name: string): string => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;

/** A column of a table, as `DESCRIBE` tells it. */
export interface ClusterColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * A column as it is sent: texts and numbers as they are, moments on the clocks of {zone:String}, several
 * values with | between them, everything else as the text that stands for it.
 *
 * @example sentSql({name: "at", type: "Nullable(DateTime)"}) // => "replaceRegexpOne(toString(toTimeZone(`at`, {zone:String})), …)"
 */
export function sentSql({name, type}: ClusterColumn): string {
  const column = quoted(name);
  const inner = plainType(type);
  if (inner === "String") return `toValidUTF8(${column})`;
  if (inner.startsWith("FixedString")) return `toValidUTF8(toStringCutToZero(${column}))`;
  if (/^(U?Int(8|16|32|64)|Float(32|64))$/.test(inner)) return column;
  if (Number(/^Decimal\((\d+)/.exec(inner)?.[1] ?? widest + 1) <= widest) return column;
  if (inner.startsWith("DateTime"))
    return `replaceRegexpOne(toString(toTimeZone(${column}, {zone:String})), '\\\\.0+$', '')`;
  if (inner.startsWith("Array("))
    return `arrayStringConcat(arrayMap(item -> ifNull(toString(item), ''), ${column}), '|')`;
  return `toString(${column})`;
}

/** Digits of a decimal that Parquet and DuckDB hold; a longer one is sent as text. */
const widest = 38;

/** What stands for a day or a moment. */
export const isMoment = ({type}: ClusterColumn): boolean => /^Date(Time)?/.test(plainType(type));

/** A type without what tells of missing values and of storage. */
const plainType = (type: string): string => {
  const inner = /^(?:LowCardinality|Nullable)\((.*)\)$/.exec(type)?.[1];
  return inner === undefined ? type : plainType(inner);
};
