import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {pages} from "../../src/pages.js";
import type {Bilingual} from "../../src/words/language.js";
import {shiftMonth} from "../../src/words/month.js";
import {collectErrors, ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";
import {atLine} from "../messages/where.js";
import {csvRows} from "./csv-rows.js";
import {bilingual, day, month} from "./schemas.js";
import {lineOf, readYamlLines, textOf} from "./yaml-file.js";

const note = z
  .strictObject({
    date: day.meta({zh: "写备注的日期", en: "day it was written"}),
    author: z.string().min(1).meta({zh: "谁写的", en: "who wrote it"}),
    text: z
      .union([z.string().min(1), bilingual])
      .meta({kind: {zh: "文字，或 {zh: …, en: …}", en: "text, or {zh: …, en: …}"}, zh: "备注", en: "the note"}),
    figure: z.string().optional().meta({
      zh: "哪张图：页面上“本图链接”地址里 # 后面的部分",
      en: "which figure: what stands after # in the address of its link",
    }),
    month: month.optional().meta({
      zh: "说的是哪个月；不写 = 写备注的前一个月",
      en: "month it is about; left out = the one before it was written",
    }),
    segment: z
      .strictObject({
        dimension: z.string().min(1).meta({zh: "维度，如 region", en: "dimension, e.g. region"}),
        member: z.string().min(1).meta({zh: "其中的一个，用代码", en: "one of its members, by its code"}),
      })
      .optional()
      .meta({zh: "说的是哪一组", en: "group it is about"}),
  })
  .refine((each) => each.figure !== undefined || each.month !== undefined || each.segment !== undefined, {
    params: {
      zh: "应写明说的是什么：figure、month 或 segment。",
      en: "must say what it is about: figure, month or segment.",
    },
  });

export const notesSchema = z.strictObject({
  notes: z.array(note).default([]).meta({
    zh: "一项一条；figure、month、segment 至少写一个",
    en: "one entry each; at least one of figure, month and segment",
  }),
});

/** A note of the analyst, in both languages. */
export interface AnalystNote extends Omit<z.infer<typeof note>, "text" | "month"> {
  readonly text: Bilingual;
  readonly month: string;
  readonly isOfMonth: boolean;
}

/**
 * notes.yaml or notes.csv of a report folder: what the analyst says beside figures; none where there is neither.
 *
 * @throws ReportError `notes_twice`, `note_figure`, `note_columns`; ReportErrors for what is written wrong
 */
export function readNotes(folder: string): AnalystNote[] {
  const [yaml, csv] = ["notes.yaml", "notes.csv"].map((name) => existsSync(join(folder, name)));
  if (yaml && csv)
    throw new ReportError("notes_twice", "notes.yaml, notes.csv", {
      what: {zh: "备注有两份文件。", en: "there are two files of notes."},
      fix: {zh: "并成一份，删去另一份。", en: "put them into one and delete the other."},
    });
  const file = csv ? "notes.csv" : "notes.yaml";
  if (!yaml && !csv) return [];
  const {data, lineAt} = csv ? fromCsv(folder) : fromYaml(folder);
  return collectErrors(data, (each) => settled(each, {file, line: lineAt(data.indexOf(each))})).sort((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  );
}

function fromYaml(folder: string) {
  const {data, lines} = readYamlLines(join(folder, "notes.yaml"), {name: "notes.yaml", schema: notesSchema});
  return {data: data.notes, lineAt: (index: number) => lineOf(lines, ["notes", index])};
}

const columns = ["date", "author", "figure", "month", "dimension", "member", "text_zh", "text_en"];

/** The same as a table: one line a note; without text_en the Chinese text serves both languages. */
function fromCsv(folder: string) {
  const table = csvRows(textOf(readFileSync(join(folder, "notes.csv"))).replace(/^\ufeff/, ""));
  const unknown = table.columns.filter((name) => !columns.includes(name));
  if (unknown.length > 0)
    throw new ReportError("note_columns", atLine("notes.csv", 1), {
      what: {zh: `不认识的列：${unknown.join("、")}。`, en: `unknown columns: ${unknown.join(", ")}.`},
      fix: {zh: `只用这些列：${columns.join("、")}。`, en: `use these columns only: ${columns.join(", ")}.`},
    });
  const rows = table.rows.map(({cell}) => {
    const [zh, en] = [cell("text_zh") ?? cell("text_en"), cell("text_en") ?? cell("text_zh")];
    const [dimension, member] = [cell("dimension"), cell("member")];
    return {
      date: cell("date"),
      author: cell("author"),
      text: zh && en ? {zh, en} : undefined,
      ...(cell("figure") ? {figure: cell("figure")} : {}),
      ...(cell("month") ? {month: cell("month")} : {}),
      ...(dimension || member ? {segment: {dimension, member}} : {}),
    };
  });
  const data = collectErrors(rows, (row) => {
    const {line} = table.rows[rows.indexOf(row)]!;
    const parsed = note.safeParse(row);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const {zh, en} = (issue as {params?: Partial<Bilingual>}).params ?? {};
    const where = issue?.path.join(" › ") ?? "";
    throw new ReportError("note_value", atLine("notes.csv", line), {
      what: {
        zh: zh ?? `${where || "这一行"} 缺失或写法不对。`,
        en: en ?? `${where || "this line"} is missing or wrong.`,
      },
      fix: {
        zh: "写全 date（2026-11-03）、author、text_zh，以及 figure、month 或 dimension 与 member。",
        en: "give date (2026-11-03), author, text_en, and figure, month, or dimension with member.",
      },
    });
  });
  return {data, lineAt: (index: number) => table.rows[index]!.line};
}

function settled(
  {text, month: about, ...rest}: z.infer<typeof note>,
  {file, line}: {file: string; line: number},
): AnalystNote {
  const known = [...new Set(pages.flatMap(({figures}) => figures))];
  if (rest.figure !== undefined && !known.includes(rest.figure)) {
    const near = didYouMean(rest.figure, known);
    throw new ReportError("note_figure", atLine(file, line), {
      what: {zh: `没有图“${rest.figure}”。${near.zh}`, en: `there is no figure "${rest.figure}". ${near.en}`},
      fix: {
        zh: "图的名字是页面上“本图链接”地址里 # 后面的部分。",
        en: "a figure's name stands after # in the address of its link on the page.",
      },
    });
  }
  return {
    ...rest,
    text: typeof text === "string" ? {zh: text, en: text} : text,
    month: about ?? shiftMonth(rest.date.slice(0, 7), -1),
    isOfMonth: about !== undefined,
  };
}
