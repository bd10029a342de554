import {type ParseArgsConfig, parseArgs} from "node:util";
import type {Language} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";

const options = {
  report: {type: "string", default: "data"},
  out: {type: "string", default: "dist"},
  month: {type: "string"},
  lang: {type: "string"},
  port: {type: "string"},
  rows: {type: "string"},
  calls: {type: "string"},
  cluster: {type: "boolean", default: false},
  update: {type: "string"},
  accept: {type: "string"},
  fill: {type: "string"},
  full: {type: "boolean", default: false},
  verbose: {type: "boolean", default: false},
  help: {type: "boolean", short: "h", default: false},
  version: {type: "boolean", default: false},
} as const satisfies ParseArgsConfig["options"];

const parse = (args: readonly string[]) => parseArgs({args: [...args], options, allowPositionals: true, strict: true});

/** What stood behind the command: `--month 2026-10` and the like. */
export type Values = ReturnType<typeof parse>["values"];

/** What a command does; its files are the words that follow its name. */
export type Command = (
  values: Values,
  context: {readonly files: readonly string[]; readonly language: Language},
) => Promise<void>;

/** @throws ReportError for an option that is not known, or that lacks its value or has one too many */
export function readArguments(args: readonly string[]) {
  assertKnown(args);
  try {
    return parse(args);
  } catch (error) {
    // What is left is an option that ends the line, or is followed by another.
    const [, name = ""] = /'(?:-\w, )?(--[\w-]+)/.exec(String(error)) ?? [];
    throw new ReportError("arguments", name || args.join(" "), {
      what: {zh: "后面缺少内容，或多了内容。", en: "lacks what should follow it, or has something it does not take."},
      fix: {zh: "用 --help 查看用法。", en: "see --help."},
    });
  }
}

function assertKnown(args: readonly string[]): void {
  const {tokens} = parseArgs({args: [...args], options, allowPositionals: true, strict: false, tokens: true});
  const known = Object.keys(options);
  for (const token of tokens) {
    if (token.kind !== "option" || known.includes(token.name)) continue;
    const near = didYouMean(token.name, known);
    throw new ReportError("arguments", token.rawName, {
      what: {
        zh: `没有这个选项。${near.zh.replaceAll(/“/g, "“--")}`,
        en: `there is no such option. ${near.en.replaceAll(/(^|\s)"/g, '$1"--')}`.trim(),
      },
      fix: {
        zh: `可用：${known.map((name) => `--${name}`).join("、")}。`,
        en: `options are: ${known.map((name) => `--${name}`).join(", ")}.`,
      },
    });
  }
}

/** @throws ReportError for what is not written like 2026-10 */
export function validMonth(month: string | undefined): string | undefined {
  if (month === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw new ReportError("month_form", `--month ${month}`, {
    what: {zh: "不是月份。", en: "is not a month."},
    fix: {zh: "写成 2026-10 这样。", en: "write it like 2026-10."},
  });
}

/** @throws ReportError for a language that messages do not come in */
export function validLanguage(language: string | undefined): Language | undefined {
  if (language === undefined) return undefined;
  if (language === "zh" || language === "en") return language;
  throw new ReportError("language_unknown", `--lang ${language}`, {
    what: {zh: "没有这种语言。", en: "is no language that messages come in."},
    fix: {
      zh: "写 zh 或 en；报告本身的语言在 report.yaml 的 languages: 里。",
      en: "write zh or en; the languages of the report itself are in languages: of report.yaml.",
    },
  });
}

/** @throws ReportError for what is no whole number from `least` to `most` */
export function validNumber(
  option: string,
  text: string | undefined,
  {least, most}: {least: number; most: number},
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new ReportError("number_form", `--${option} ${text}`, {
    what: {zh: "不是这里可用的整数。", en: "is no whole number that will do here."},
    fix: {zh: `写一个 ${least} 到 ${most} 的整数。`, en: `write a whole number from ${least} to ${most}.`},
  });
}
