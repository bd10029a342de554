import type {Language} from "../../src/words/language.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {machineError} from "../messages/machine.js";
import {didYouMean} from "../messages/nearest.js";
import {sourceStack} from "../program/stack.js";
import {type Command, readArguments, validLanguage} from "./arguments.js";
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
    language = validLanguage(values.lang) ?? language;
    const [name, ...files] = positionals;
    if (values.version) return print((await import("../../package.json", {with: {type: "json"}})).default.version);
    if (values.help || name === undefined || name === "help") return print(helpText(language));
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw unknownCommand(name, Object.keys(commands));
    if (files.length > 0 && !takesFiles.has(name)) throw unexpectedWord(name, files[0]!);
    await command(values, {files, language});
    return 0;
  } catch (error) {
    const told = error instanceof ReportError || error instanceof ReportErrors ? error : machineError(error);
    if (told) {
      process.stderr.write(`\n${told.print(language)}\n`);
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

/** Commands whose name is followed by files. */
const takesFiles = new Set(["map", "why"]);

/** A word that a command would pass over in silence: mostly a folder whose option was forgotten. */
function unexpectedWord(name: string, word: string): ReportError {
  const option = name === "deck" ? "--update" : "--report";
  return new ReportError("arguments", word, {
    what: {zh: `不知道这个词是做什么的。`, en: "it is not clear what this word is for."},
    fix: {
      zh: `如果是要用的文件${name === "deck" ? "" : "夹"}，写成 ${option} ${word}。`,
      en: `if it is the ${name === "deck" ? "file" : "folder"} to use, write ${option} ${word}.`,
    },
  });
}

function unknownCommand(name: string, known: readonly string[]): ReportError {
  const near = didYouMean(name, known);
  return new ReportError("command_unknown", name, {
    what: {zh: `没有这个命令。${near.zh}`, en: `there is no such command. ${near.en}`.trim()},
    fix: {zh: `可用：${known.join("、")}。`, en: `commands are: ${known.join(", ")}.`},
  });
}
