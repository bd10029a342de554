import {parseArgs} from "node:util";
import type {Language} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";

const options = {
  report: {type: "string", default: "data"},
  out: {type: "string", default: "dist"},
  month: {type: "string"},
  lang: {type: "string"},
  port: {type: "string"},
  rows: {type: "string", default: "5000000"},
  update: {type: "string"},
  help: {type: "boolean", short: "h", default: false},
  version: {type: "boolean", default: false},
} as const;

const parse = (args: readonly string[]) => parseArgs({args: [...args], options, allowPositionals: true, strict: true});

/** What stood behind the command: `--month 2026-10` and the like. */
export type Values = ReturnType<typeof parse>["values"];

/** What a command does; its files are the words that follow its name. */
export type Command = (
  values: Values,
  context: {readonly files: readonly string[]; readonly language: Language},
) => Promise<void>;

/** @throws ReportError for an option that is not known */
export function readArguments(args: readonly string[]) {
  try {
    return parse(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ReportError("arguments", args.join(" "), {
      what: {zh: `参数不对：${message}`, en: message},
      fix: {zh: "用 --help 查看用法。", en: "see --help."},
    });
  }
}

/** @throws ReportError for what is not written like 2026-10 */
export function validMonth(month: string | undefined): string | undefined {
  if (month === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw new ReportError("month_form", `--month ${month}`, {
    what: {zh: "月份写法不对。", en: "is not a month."},
    fix: {zh: "写成 2026-10 这样。", en: "write it like 2026-10."},
  });
}
