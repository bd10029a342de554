import type {Bilingual, Language} from "../../src/words/language.js";
import {rejectReason} from "../../src/words/reject-reasons.js";
import type {Database, Row} from "../database/database.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import type {ReportFolder} from "../report/folder.js";
import {mappedPlace} from "../report/place.js";
import type {ImportAccount, Imported} from "./account.js";
import {rejectFix} from "./rejects/fixes.js";

/** @throws ReportError `exports_empty` where no mapping found a file */
export function assertSomethingRead({accounts, unmapped}: Imported, folder: ReportFolder): void {
  if (accounts.length > 0) return;
  const patterns = folder.mappings.flatMap(({file, tables}) =>
    tables.flatMap(({files = []}) => files.map((name) => `${name}（${file}）`)),
  );
  const there = unmapped.slice(0, 5);
  const more = unmapped.length - there.length;
  throw new ReportError("exports_empty", folder.exportsPath, {
    what:
      there.length === 0
        ? {zh: "导出文件夹是空的。", en: "the exports folder is empty."}
        : {
            zh: `里面的文件没有一个是映射认得的：${there.join("、")}${more > 0 ? ` 等 ${unmapped.length} 个` : ""}。`,
            en: `none of the files in it is named by a mapping: ${there.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
          },
    fix: {
      zh: `放入导出文件，或改映射里的 files:（现在是 ${patterns.join("、")}）。`,
      en: `put the exports there, or correct files: in the mappings (now ${patterns.join(", ").replaceAll("（", " (").replaceAll("）", ")")}).`,
    },
  });
}

/** Every row is kept, rejected or set aside; anything else is our fault. */
export function assertAccounts({accounts}: Imported): void {
  for (const {file, entity, rows_in, rows_kept, rows_rejected, rows_set_aside} of accounts)
    if (rows_in !== rows_kept + rows_rejected + rows_set_aside || rows_rejected < 0)
      throw new Error(
        `${file} → ${entity}: ${rows_in} rows in, but ${rows_kept} kept + ${rows_rejected} rejected + ${rows_set_aside} set aside`,
      );
}

/**
 * Stops where more of a file's rows than the limit hold something unreadable.
 *
 * @throws ReportErrors `reject_limit`, one for each such file and what is most often wrong in it
 */
export async function assertRejectLimit(
  database: Database,
  {accounts, folder}: {accounts: readonly ImportAccount[]; folder: ReportFolder},
): Promise<void> {
  const limit = folder.settings.reject_limit;
  const over = overTheLimit(accounts, limit);
  if (over.length === 0) return;
  const kinds = await database.rows(
    `with seen as (
      select file, entity, coalesce("column", '') as "column", reason, coalesce(value, '') as value, min("row") as first, count(*) as times
      from rejects where severity <> 'aside' group by all
    )
    select file, entity, "column", reason, cast(sum(times) as integer) as cells,
      list(value order by first, value)[1] as value, list(first order by first, value)[1] as first,
      list(value order by first, value)[2] as other, list(first order by first, value)[2] as other_row
    from seen group by all order by file, entity, cells desc, "column", reason`,
  );
  throw new ReportErrors(over.map((account) => overLimit(account, {kinds, folder, limit})));
}

type Judged = Pick<ImportAccount, "source" | "entity" | "rows_in" | "rows_with_rejects">;

/**
 * The files of which more than a share of the rows hold something unreadable. Those of which one row alone is more than the
 * share, such as one for each day, are judged with the others like them of their mapping, too.
 *
 * @example overTheLimit([{source: "crm", entity: "calls", rows_in: 2, rows_with_rejects: 1}], 0.02).length // 1
 */
export function overTheLimit<File extends Judged>(files: readonly File[], limit: number): File[] {
  const isSmall = ({rows_in}: Judged): boolean => rows_in * limit < 1;
  const kindOf = ({source, entity}: Judged): string => JSON.stringify([source, entity]);
  const small = new Map<string, {rows: number; bad: number}>();
  for (const file of files.filter(isSmall)) {
    const {rows, bad} = small.get(kindOf(file)) ?? {rows: 0, bad: 0};
    small.set(kindOf(file), {rows: rows + file.rows_in, bad: bad + file.rows_with_rejects});
  }
  return files.filter((file) => {
    const {rows_in: rows, rows_with_rejects: bad} = file;
    const judged = [{rows, bad}, ...(isSmall(file) ? [small.get(kindOf(file))!] : [])];
    return judged.every((each) => each.bad > limit * each.rows);
  });
}

function overLimit(
  account: ImportAccount,
  {kinds, folder, limit}: {kinds: readonly Row[]; folder: ReportFolder; limit: number},
): ReportError {
  const {source, entity, file, rows_in, rows_with_rejects} = account;
  const own = kinds.filter((kind) => kind.file === file && kind.entity === entity);
  // an id that cannot be read is missing, too: the reading is the cause
  const cause = own.find(({reason, column}) => reason !== "missing_key" && column === own[0]?.column) ?? own[0];
  const most = {reason: String(cause?.reason ?? ""), column: String(cause?.column ?? "")};
  const place = mappedPlace(folder.mappings, {source, entity, column: most.column});
  const share = ((100 * rows_with_rejects) / rows_in).toFixed(1);
  const at = {zh: `${file} → ${entity}`, en: `${file} → ${entity}`};
  const fix = rejectFix(most.reason, {entity, column: most.column, value: String(cause?.value ?? "")});
  return new ReportError("reject_limit", place ? {zh: `${place.zh}（${at.zh}）`, en: `${place.en} (${at.en})`} : at, {
    what: {
      zh: `${rows_in} 行中有 ${rows_with_rejects} 行（${share}%）读不懂，超过上限 ${100 * limit}%。${kindsText(own, "zh")}`,
      en: `${rows_with_rejects} of ${rows_in} rows (${share} %) hold something unreadable, over the limit of ${100 * limit} %. ${kindsText(own, "en")}`,
    },
    fix: {
      zh: `${fix.zh}确实无法改正时，在 report.yaml 里调高 reject_limit。`,
      en: `${fix.en} Where it cannot be mended, raise reject_limit in report.yaml.`,
    },
  });
}

/** The commonest kinds with a count and one or two examples. */
function kindsText(kinds: readonly Row[], language: Language): string {
  const zh = language === "zh";
  const shown = kinds.slice(0, 2).map((kind) => {
    const column = kind.column ? `${kind.column}${zh ? "：" : ": "}` : "";
    const examples = [
      example(kind, kind.value, kind.first),
      ...(kind.other === null ? [] : [example(kind, kind.other, kind.other_row)]),
    ];
    const list = examples.map((each) => each[language]).join(zh ? "、" : ", ");
    const reason = rejectReason(String(kind.reason), {language});
    return zh
      ? `${column}${reason}，${kind.cells} 处，如 ${list}`
      : `${column}${reason}, ${Number(kind.cells) === 1 ? "once" : `${kind.cells} times`}, such as ${list}`;
  });
  const more = kinds.length - shown.length;
  const rest = more <= 0 ? "" : zh ? `；另有 ${more} 种` : `; and ${more} more kinds`;
  return `${shown.join(zh ? "；" : "; ")}${rest}`;
}

function example({file}: Row, value: Row[string] | undefined, row: Row[string] | undefined): Bilingual {
  const text = String(value ?? "");
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return {zh: `“${cut}”（${file} 第 ${row} 行）`, en: `"${cut}" (${file} row ${row})`};
}
