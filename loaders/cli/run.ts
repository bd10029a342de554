import type {Language} from "../../src/words/language.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {sourceStack} from "../program/stack.js";
import {type Command, readArguments} from "./arguments.js";
import {helpText} from "./help.js";

/**
 * Runs one command and returns its exit code: 0 fine · 1 the user's data or rules need attention · 2 our fault.
 */
export async function run(
  args: readonly string[],
  {commands, env = process.env}: {commands: Readonly<Record<string, Command>>; env?: NodeJS.ProcessEnv},
): Promise<number> {
  let language = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || "");
  try {
    const {values, positionals} = readArguments(args);
    if (values.lang) language = languageOf(values.lang);
    const [name, ...files] = positionals;
    if (values.version) return print((await import("../../package.json", {with: {type: "json"}})).default.version);
    if (values.help || name === undefined || name === "help") return print(helpText(language));
    const command = commands[name];
    if (!command) throw unknownCommand(name, Object.keys(commands));
    await command(values, {files, language});
    return 0;
  } catch (error) {
    if (error instanceof ReportError || error instanceof ReportErrors) {
      process.stderr.write(`\n${error.print(language)}\n`);
      return 1;
    }
    process.stderr.write(
      `\n${faultText[language]}\n${error instanceof Error ? sourceStack(error.stack ?? error.message) : String(error)}\n`,
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

function unknownCommand(name: string, known: readonly string[]): ReportError {
  return new ReportError("command_unknown", name, {
    what: {zh: "没有这个命令。", en: "there is no such command."},
    fix: {zh: `可用：${known.join("、")}。`, en: `commands are: ${known.join(", ")}.`},
  });
}
