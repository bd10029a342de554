/** A value as an SQL string literal. Raw input reaches SQL only through here. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''").replaceAll("\0", "")}'`;

/** The path of one file for a function that reads files: there `*`, `?` and `[` would stand for others. */
export const fileLiteral = (path: string): string => literal(path.replaceAll(/[[*?]/g, (sign) => `[${sign}]`));

/** A name as a quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
