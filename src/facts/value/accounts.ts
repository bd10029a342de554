import type {ReportView} from "../view.js";

const isPlain = (id: string): boolean => /^[A-Za-z0-9_-]{1,40}$/.test(id);

/** The file of each key account's page, without extension: "account-K0123"; numbered where an id is no name of a file. */
export function fileOfAccount(view: Pick<ReportView, "rows">): Record<string, string> {
  const ids = view.rows("key_accounts").map(({customer_id}) => customer_id);
  const same = new Map<string, number>();
  for (const id of ids) same.set(id.toLowerCase(), (same.get(id.toLowerCase()) ?? 0) + 1);
  return Object.fromEntries(
    ids.map((id, at) => [id, isPlain(id) && same.get(id.toLowerCase()) === 1 ? `account-${id}` : `account.${at + 1}`]),
  );
}
