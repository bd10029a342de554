import type {Bilingual, Language} from "../../src/words/language.js";

export interface Progress {
  /** One finished step: what, how many rows; seconds are measured since the last line. */
  line(step: Step, detail: {what: string; rows?: number}): void;
  /** What the reader should know and need not mend; said once. */
  note?(message: Bilingual): void;
}

export type Step = "read" | "model" | "publish" | "figures" | "site" | "downloads" | "scan" | "done";

const words: Record<Language, Record<Step, string> & {rows: string; seconds: string}> = {
  zh: {
    read: "读入",
    model: "建模",
    publish: "发布",
    figures: "制图",
    site: "成页",
    downloads: "下载文件",
    scan: "检查个人信息",
    done: "完成",
    rows: "行",
    seconds: "秒",
  },
  en: {
    read: "read",
    model: "model",
    publish: "publish",
    figures: "figures",
    site: "site",
    downloads: "downloads",
    scan: "scan for personal data",
    done: "done",
    rows: "rows",
    seconds: "s",
  },
};

/** Prints steps as plain lines; on a terminal the quick model steps overwrite each other. */
export function printProgress({
  language,
  stream = process.stderr,
  now = () => performance.now(),
}: {
  language: Language;
  stream?: NodeJS.WriteStream;
  now?: () => number;
}): Progress {
  let last = now();
  const word = words[language];
  const said = new Set<string>();
  return {
    note(message) {
      const text = message[language];
      if (!said.has(text)) stream.write(`${stream.isTTY ? "\r\x1b[2K" : ""}${text}\n`);
      said.add(text);
    },
    line(step, {what, rows}) {
      const seconds = ((now() - last) / 1000).toFixed(2);
      last = now();
      const counted = rows === undefined ? "" : `  ${rows.toLocaleString("en")} ${word.rows}`;
      const text = `${word[step]}  ${what}${counted}  ${seconds} ${word.seconds}`;
      const passing = stream.isTTY && step === "model";
      stream.write(`${stream.isTTY ? "\r\x1b[2K" : ""}${text}${passing ? "" : "\n"}`);
    },
  };
}

export const silentProgress: Progress = {line() {}};
