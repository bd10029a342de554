import {entityLabel} from "../../../src/words/entities.js";
import type {Bilingual, Language} from "../../../src/words/language.js";
import type {MappedFile} from "../map.js";
import type {LabelFile} from "./labels.js";
import type {Trial} from "./trial.js";

/** What each file was found to be, in a line. */
export function foundLines(planned: readonly MappedFile[], language: Language): string[] {
  const zh = language === "zh";
  return planned.map(({files, looked, proposal, tables}) => {
    const sure = tables.filter(({isSure}) => isSure);
    const read = new Set(
      sure.flatMap(({columns, items}) =>
        [...columns, ...items].filter(({isSure}) => isSure).map(({profile}) => profile.header),
      ),
    ).size;
    const kinds = sure.map(({entity}) => entityLabel(entity)[language]).join(zh ? "、" : ", ");
    const system = proposal.system ? (zh ? `（${proposal.system.label.zh}）` : ` (${proposal.system.label.en})`) : "";
    const all = looked.profiles.length;
    if (isUnknown(tables))
      return zh
        ? `${files.join("、")}：看不出是什么记录`
        : `${files.join(", ")}: what these records are cannot be told`;
    return zh
      ? `${files.join("、")}${system}：${looked.rows} 行 → ${kinds}，${all} 列读 ${read} 列`
      : `${files.join(", ")}${system}: ${looked.rows} rows → ${kinds}, ${read} of ${all} columns read`;
  });
}

/** Nothing of a file is read: no table, or none of its columns. */
const isUnknown = (tables: MappedFile["tables"]): boolean =>
  !tables.some((table) => table.isSure && [...table.columns, ...table.items].some(({isSure}) => isSure));

/** Whether the proposal reads as it stands. */
export function trialLine({rows, month, error}: Trial, language: Language): string {
  const zh = language === "zh";
  if (error) return zh ? `试读不通过：${error.zh}` : `A trial reading failed: ${error.en}`;
  const sum = zh
    ? `试读通过：读入 ${rows.read} = 保留 ${rows.kept} + 剔除 ${rows.rejected} + 搁置 ${rows.aside}`
    : `Tried as it stands: ${rows.read} rows read = ${rows.kept} kept + ${rows.rejected} rejected + ${rows.aside} set aside`;
  const of =
    month === undefined
      ? zh
        ? "；没有日期，不分月"
        : "; no dates, so no months"
      : zh
        ? `；报告月份 ${month}`
        : `; report month ${month}`;
  return sum + of;
}

/** A line of a file that waits for the reader's decision. */
export interface ToDo {
  readonly where: string;
  readonly what: Bilingual;
}

/** What only the reader can decide, most important first, with file and line. */
export function toDos(
  planned: readonly MappedFile[],
  {mapping, name, labels}: {mapping: string; name: string; labels: readonly LabelFile[]},
): ToDo[] {
  const lines = mapping.split("\n");
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  const found: ToDo[] = [];
  for (const {tables, files} of planned) {
    if (isUnknown(tables))
      found.push({
        where: `${name} ${lineOf(files[0]!)}`,
        what: {zh: "写明这是什么记录、哪一列是什么", en: "say what these records are and which column is which"},
      });
    for (const table of tables) {
      for (const column of [...table.columns, ...table.items]) {
        if (column.ways.length > 1)
          found.push({
            where: `${name} ${lineOf(`# ${column.name}: `)}`,
            what: {
              zh: `“${column.profile.header}”的日期两种读法留一种`,
              en: `keep one of the ways to read the dates of "${column.profile.header}"`,
            },
          });
        else if (table.isSure && column.isSure && column.notes.some(({en}) => en.includes("no translation")))
          found.push({
            where: `${name} ${lineOf(`${column.name}: {`)}`,
            what: {
              zh: `“${column.profile.header}”有取值没有译法`,
              en: `some words of "${column.profile.header}" have no translation`,
            },
          });
      }
      const unsure = table.items.filter(({isSure}) => !isSure);
      if (table.isSure && unsure.length > 0 && unsure.length === table.items.length)
        found.push({
          where: `${name} ${lineOf("items:")}`,
          what: {zh: `${unsure.length} 道题的分数从几到几`, en: `the scale of ${unsure.length} questions`},
        });
    }
  }
  for (const {name: file, unknown} of labels) {
    if (file === "brands")
      found.push({
        where: "reference/brands.csv",
        what: {zh: "哪个品牌是自己的：is_ours 写 true", en: "which brand is yours: is_ours true"},
      });
    else if (unknown.length > 0)
      found.push({
        where: `reference/${file}.csv`,
        what: {zh: `${unknown.length} 个代码还没有名称`, en: `${unknown.length} codes have no name yet`},
      });
  }
  return found;
}

/** What to type next. */
export function nextLines(
  {files, folder, out}: {files: readonly string[]; folder?: string; out?: string},
  language: Language,
): string[] {
  const zh = language === "zh";
  const quoted = (text: string) => (/[\s'"()$&;*?#]/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text);
  const head = zh ? "接下来：" : "Next:";
  if (folder !== undefined) {
    const at = quoted(folder);
    return [
      head,
      `  npm run check -- --report ${at}    ${zh ? "读入、检查，不成页" : "read and check, no pages"}`,
      `  npm run build -- --report ${at} --out ${quoted(`${folder}-site`)}    ${zh ? "生成报告" : "build the report"}`,
    ];
  }
  const list = files.map(quoted).join(" ");
  return [
    head,
    ...(out === undefined
      ? []
      : [
          zh
            ? `  把 ${out} 放进报告文件夹的 mappings/，导出文件放进 exports/；或者`
            : `  put ${out} into mappings/ of your report folder and the exports into exports/; or`,
        ]),
    `  npm run map -- ${list} --report my-report    ${zh ? "由这些文件建一个报告文件夹" : "make a report folder of these files"}`,
  ];
}
