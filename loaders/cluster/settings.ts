/**
 * Settings that go with every question and must be taken: without them ClickHouse answers otherwise than SQL, or with a
 * part of the rows and no word about it.
 */
export const settings: Readonly<Record<string, string>> = {
  // nothing is ever written
  readonly: "2",
  // SQL as other databases understand it
  join_use_nulls: "1",
  group_by_use_nulls: "1",
  cast_keep_nullable: "1",
  union_default_mode: "DISTINCT",
  prefer_column_name_to_alias: "1",
  prefer_global_in_and_join: "1",
  distributed_product_mode: "global",
  session_timezone: "UTC",
  // the words of a column, and names that no id may hold, go with a question
  max_query_size: "16777216",
  // all rows of all shards, or an error
  skip_unavailable_shards: "0",
  distributed_group_by_no_merge: "0",
  limit: "0",
  offset: "0",
  use_query_cache: "0",
  read_overflow_mode: "throw",
  read_overflow_mode_leaf: "throw",
  result_overflow_mode: "throw",
  timeout_overflow_mode: "throw",
  timeout_overflow_mode_leaf: "throw",
  group_by_overflow_mode: "throw",
  sort_overflow_mode: "throw",
  distinct_overflow_mode: "throw",
  set_overflow_mode: "throw",
  join_overflow_mode: "throw",
  transfer_overflow_mode: "throw",
};

/** Settings that the server did not take, with what it has instead. */
export const untaken = (found: ReadonlyMap<string, string>): {readonly name: string; readonly value: string}[] =>
  Object.entries(settings)
    .filter(([name, value]) => found.get(name) !== value)
    .map(([name]) => ({name, value: found.get(name) ?? "–"}));
