import {rmSync} from "node:fs";
import {resolve} from "node:path";
import {drawnReport} from "../src/report.js";
import type {Language} from "../src/words/language.js";
import {rejectReason} from "../src/words/reject-reasons.js";
import {checklist} from "./checklist.js";
import {findingLines} from "./closing.js";
import {countedBefore} from "./counted.js";
import {rawFolder} from "./database/work-folder.js";
import {disagreementLines} from "./draw/agreement.js";
import {drawReport} from "./draw/draw.js";
import {unshownColumns} from "./mapping/entities/unshown.js";
import type {Progress} from "./messages/progress.js";
import type {ReadReport} from "./publish/report.js";
import {reportView} from "./publish/view.js";
import {readReport} from "./read-report.js";
import {mappedPlace} from "./report/place.js";

/**
 * Reads and checks a report folder and prints what was found; writes no site. What the last build into `out` counted is
 * taken where all that it read is as it was.
 */
export async function check({
  report,
  out,
  month,
  language,
  progress,
}: {
  report: string;
  out: string;
  month: string | undefined;
  language: Language;
  progress: Progress;
}): Promise<void> {
  const temp = rawFolder(report);
  try {
    const before = countedBefore(report, {month, output: resolve(out)});
    if (before) progress.line("counted", {what: ""});
    const read = before ?? (await readReport(report, {month, temp, progress}));
    progress.line("done", {what: ""});
    process.stdout.write(`${checkText(read, language)}\n`);
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

/** What was found, part by part; a part of which there is nothing to say is left out. */
export function checkText(read: ReadReport, language: Language): string {
  const all = drawReport(read);
  const drawn = all[language] ?? drawnReport(reportView(language, read));
  const zh = language === "zh";
  const wrong = disagreementLines(all)[language];
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [zh ? "读入的文件" : "Files read", fileLines(read, language)],
    [zh ? "没有映射、没有读的文件" : "Files without a mapping, not read", read.imported.unmapped],
    [zh ? "没有照收的行和格" : "Rows and cells not taken as they came", rejectLines(read, language)],
    [zh ? "映射了、但报告还用不到的列" : "Mapped, but not used by the report", unusedLines(read, language)],
    [zh ? "本月缺什么" : "What the month lacks", drawn.passages["overview-notices"] ?? []],
    [zh ? "数据质量" : "Data quality", drawn.passages["data-quality"] ?? []],
    [
      zh
        ? "标题与表对不上的图（程序的错，请告诉我们）"
        : "Figures whose title and table do not agree (our fault: tell us)",
      wrong,
    ],
    [zh ? "这个月的清单" : "The month's checklist", checklist(read, {drawn, wrong: wrong.length, language})],
    [zh ? "总结" : "In short", findingLines(read, {drawn: {[language]: drawn}, language, wrong})],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join("\n"))
    .join("\n\n");
}

/** What became of the rows of each file, and what the reader noticed. */
function fileLines({published}: ReadReport, language: Language): string[] {
  const zh = language === "zh";
  return published.import_files.flatMap((row) => {
    const name = `${row.file}${row.sheet ? ` [${row.sheet}]` : ""} → ${row.entity}`;
    const counts = zh
      ? `${row.rows_in} = ${row.rows_kept} 保留 + ${row.rows_rejected} 剔除 + ${row.rows_set_aside} 搁置`
      : `${row.rows_in} = ${row.rows_kept} kept + ${row.rows_rejected} rejected + ${row.rows_set_aside} set aside`;
    const notes = zh ? row.notes_zh : row.notes_en;
    return [`${name}${zh ? "：" : ": "}${counts}`, ...(notes ? [`  ${notes}`] : [])];
  });
}

/** Columns that a mapping fills from a file that was read and that nothing in the report reads. */
function unusedLines({folder, imported}: ReadReport, language: Language): string[] {
  const read = new Set(imported.accounts.map(({source, entity}) => `${source} ${entity}`));
  const filled = folder.mappings.flatMap(({source, tables}) =>
    tables
      .filter(({entity}) => read.has(`${source} ${entity}`))
      .flatMap(({entity, columns}) =>
        Object.keys(columns)
          .filter((column) => unshownColumns.includes(`${entity}.${column}`))
          .map((column) => ({source, entity, column})),
      ),
  );
  return filled.map((each) => {
    const place = mappedPlace(folder.mappings, each)?.[language] ?? each.source;
    const name = `${each.entity}.${each.column}`;
    return language === "zh" ? `${name}（${place}）` : `${name} (${place})`;
  });
}

const become = {
  zh: {row: "整行剔除", cell: "这一格留空，行保留", aside: "搁置"},
  en: {row: "the row is left out", cell: "the cell is emptied, the row kept", aside: "set aside"},
} as const;

/** Each kind once: how many, why, what became of them, the first one, and the line of the mapping. */
function rejectLines({published, folder}: ReadReport, language: Language): string[] {
  const zh = language === "zh";
  return published.rejects_by_reason.map(({source, entity, column, reason, severity, cells}) => {
    const first = published.rejects_listed.find(
      (row) =>
        row.source === source &&
        row.entity === entity &&
        row.column === column &&
        row.reason === reason &&
        row.severity === severity,
    );
    const place = mappedPlace(folder.mappings, {source, entity, column});
    const name = [entity, ...(column ? [column] : [])].join(".");
    const value = first?.value ? (zh ? `“${first.value}”` : `"${first.value}"`) : "";
    const example = !first
      ? ""
      : zh
        ? `，如 ${first.file} 第 ${first.row} 行${value}`
        : `, such as ${first.file} row ${first.row}${value && ` ${value}`}`;
    const then = reason === "stray_quote" ? "" : `${zh ? "，" : ", "}${become[language][severity]}`;
    const why = `${rejectReason(reason, {language})}${then}`;
    return zh
      ? `${name}：${cells} 处${why}${example}（${place?.zh ?? source}）`
      : `${name}: ${cells} × ${why}${example} (${place?.en ?? source})`;
  });
}
