import {parseArgs} from "node:util";
import {type Language, ReportError, ReportErrors} from "../messages/errors.js";
import {printProgress} from "../messages/progress.js";
import {helpText} from "./help.js";

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

type Values = ReturnType<typeof read>["values"];
const read = (args: readonly string[]) => parseArgs({args: [...args], options, allowPositionals: true, strict: true});

const commands: Readonly<
  Record<string, (values: Values, context: {files: readonly string[]; language: Language}) => Promise<void>>
> = {
  async start(values, {language}) {
    await commands.build!(values, {files: [], language});
    const {serveSite} = await import("./serve.js");
    const {address} = await serveSite(values.out, values.port ? {port: Number(values.port)} : {});
    process.stdout.write(
      language === "zh" ? `报告在 ${address}（按 Ctrl+C 停止）\n` : `The report is at ${address} (Ctrl+C stops it)\n`,
    );
  },
  async build({report, out, month}, {language}) {
    const {build} = await import("../build.js");
    await build({report, out, month: validMonth(month), progress: printProgress({language})});
  },
  async check({report, month}, {language}) {
    const {check} = await import("../check.js");
    await check({report, month: validMonth(month), language, progress: printProgress({language})});
  },
  async map({out}, {files, language}) {
    const {mapFiles} = await import("../proposing/map.js");
    await mapFiles(files, {language, ...(out === "dist" ? {} : {out})});
  },
  async deck({update, out}, {language}) {
    const {updateEditedDeck} = await import("../downloads/update/command.js");
    await updateEditedDeck(update, {out, language});
  },
  async dev({report, month, port}, {language}) {
    const {develop} = await import("../develop.js");
    await develop({
      report,
      month: validMonth(month),
      language,
      progress: printProgress({language}),
      ...(port ? {port: Number(port)} : {}),
    });
  },
  async bench({rows}, {language}) {
    const {bench} = await import("../../test/bench/pipeline.js");
    await bench({rows: Number(rows), language});
  },
};

/**
 * Runs one command and returns its exit code: 0 fine · 1 the user's data or rules need attention · 2 our fault.
 */
export async function run(
  args: readonly string[],
  {env = process.env}: {env?: NodeJS.ProcessEnv} = {},
): Promise<number> {
  let language = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || "");
  try {
    const {values, positionals} = readArguments(args);
    if (values.lang) language = languageOf(values.lang);
    const [name, ...files] = positionals;
    if (values.version) return print((await import("../../package.json", {with: {type: "json"}})).default.version);
    if (values.help || name === undefined || name === "help") return print(helpText(language));
    const command = commands[name];
    if (!command) throw unknownCommand(name);
    await command(values, {files, language});
    return 0;
  } catch (error) {
    if (error instanceof ReportError || error instanceof ReportErrors) {
      process.stderr.write(`\n${error.print(language)}\n`);
      return 1;
    }
    process.stderr.write(
      `\n${faultText[language]}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 2;
  }
}

const faultText = {
  zh: "这是程序的错误，不是您的数据的错误。上一次生成的报告没有改动。请把下面的内容和版本号（--version）报告给项目。",
  en: "This is a fault of the program, not of your data. The last report built is untouched. Please report what follows to the project, with the version (--version).",
};

const print = (text: string): number => {
  process.stdout.write(`${text}\n`);
  return 0;
};

const languageOf = (name: string): Language => (name.toLowerCase().startsWith("zh") ? "zh" : "en");

function readArguments(args: readonly string[]) {
  try {
    return read(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ReportError("arguments", args.join(" "), {
      what: {zh: `参数不对：${message}`, en: message},
      fix: {zh: "用 --help 查看用法。", en: "see --help."},
    });
  }
}

function unknownCommand(name: string): ReportError {
  return new ReportError("command_unknown", name, {
    what: {zh: "没有这个命令。", en: "there is no such command."},
    fix: {zh: `可用：${Object.keys(commands).join("、")}。`, en: `commands are: ${Object.keys(commands).join(", ")}.`},
  });
}

function validMonth(month: string | undefined): string | undefined {
  if (month === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw new ReportError("month_form", `--month ${month}`, {
    what: {zh: "月份写法不对。", en: "is not a month."},
    fix: {zh: "写成 2026-10 这样。", en: "write it like 2026-10."},
  });
}
