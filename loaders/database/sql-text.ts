/** A value as an SQL string literal. Raw input reaches SQL only through here. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''").replaceAll("\0", "")}'`;

/** A name as a quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
