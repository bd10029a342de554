/** Our macros, as ClickHouse has functions in a query. */
export const dialect: readonly string[] = [
  "(day -> substring(toString(toDate32(day)), 1, 7)) AS month_of",
  "(days -> toIntervalDay(days)) AS to_days",
  "((later, earlier) -> later < earlier AND NOT (toDate32(later) = toDate32(earlier) AND later = toStartOfDay(later))) AS is_before",
  "(word -> word) AS code_of",
  "((moment, form) -> formatDateTime(moment, form)) AS strftime",
  "(value -> toInt64(bitShiftRight(cityHash64(value), 1))) AS key_of",
  "((family, cut, period, member) -> cityHash64(family, cut, period, member)) AS mark_of",
];

const plain: Readonly<Record<string, string>> = {
  ...{
    TINYINT: "Int8",
    SMALLINT: "Int16",
    UTINYINT: "UInt8",
    USMALLINT: "UInt16",
    UINTEGER: "UInt32",
    UBIGINT: "UInt64",
  },
  ...{VARCHAR: "String", BOOLEAN: "Bool", INTEGER: "Int32", BIGINT: "Int64", DOUBLE: "Float64"},
  ...{DATE: "Date32", TIMESTAMP: "DateTime64(6, 'UTC')"},
};

/**
 * Types of columns, as ClickHouse calls them; every column may be empty. A moment on the clocks of a place is one of UTC,
 * by its type: without it some functions (formatDateTime) take the server's own zone, whatever session_timezone says.
 *
 * @example typeThere("DECIMAL(18,4)") // => "Nullable(Decimal(18, 4))"
 */
export function typeThere(type: string): string {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  const there = decimal ? `Decimal(${decimal[1]}, ${decimal[2]})` : plain[type];
  if (there === undefined) throw new Error(`no type for ${type}`);
  return `Nullable(${there})`;
}
