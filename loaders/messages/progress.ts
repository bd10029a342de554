import type {Bilingual, Language} from "../../src/words/language.js";

export interface Progress {
  /** One finished piece of a step: what, how many rows; seconds are measured since the last one. */
  line(step: Step, detail: {what: string; rows?: number}): void;
  /** What the reader should know and need not mend; said once. */
  note?(message: Bilingual): void;
}

export type Step = "read" | "model" | "publish" | "counted" | "figures" | "site" | "downloads" | "scan" | "done";

const words: Record<Language, Record<Step, string> & {rows: string; files: string; pieces: string; seconds: string}> = {
  zh: {
    read: "读入",
    model: "计算",
    publish: "发布",
    counted: "沿用上次的计算（记录和规则没变）",
    figures: "制图",
    site: "成页",
    downloads: "下载文件",
    scan: "检查个人信息",
    done: "完成",
    rows: "行",
    files: "个文件",
    pieces: "项",
    seconds: "秒",
  },
  en: {
    read: "read",
    model: "count",
    publish: "publish",
    counted: "counted before: records and rules are as they were",
    figures: "figures",
    site: "site",
    downloads: "downloads",
    scan: "scan for personal data",
    done: "done",
    rows: "rows",
    files: "files",
    pieces: "steps",
    seconds: "s",
  },
};

interface Ongoing {
  readonly step: Step;
  readonly seconds: number;
  readonly pieces: number;
  readonly rows: number;
}

/**
 * Prints a line for each step: its pieces, rows and seconds. On a terminal the piece at hand is shown until the next one;
 * `verbose` prints every piece, with the most memory that the program has held so far.
 */
export function printProgress({
  language,
  verbose = false,
  stream = process.stderr,
  now = () => performance.now(),
  peak = () => process.resourceUsage().maxRSS / 1024,
}: {
  language: Language;
  /** Every file and model on a line of its own; defaults to false. */
  verbose?: boolean;
  stream?: NodeJS.WriteStream;
  now?: () => number;
  /** Megabytes held at most. */
  peak?: () => number;
}): Progress {
  let last = now();
  let ongoing: Ongoing | undefined;
  const word = words[language];
  const said = new Set<string>();
  const clear = stream.isTTY ? "\r\x1b[2K" : "";
  const text = (step: Step, what: string, {rows, seconds}: {rows: number | undefined; seconds: number}): string =>
    [
      word[step],
      what,
      rows === undefined ? "" : `${rows.toLocaleString("en")} ${word.rows}`,
      `${seconds.toFixed(1)} ${word.seconds}`,
    ]
      .filter((part) => part !== "")
      .join("  ");
  const close = (): void => {
    if (!ongoing || ongoing.step === "done") return;
    const {step, pieces, rows, seconds} = ongoing;
    const what = pieces > 1 ? `${pieces} ${step === "read" ? word.files : word.pieces}` : "";
    stream.write(
      `${clear}${text(step, what, {rows: step === "read" || step === "publish" ? rows : undefined, seconds})}\n`,
    );
  };
  return {
    note(message) {
      const line = message[language];
      if (!said.has(line)) stream.write(`${clear}${line}\n`);
      said.add(line);
    },
    line(step, {what, rows}) {
      const seconds = (now() - last) / 1000;
      last = now();
      if (verbose) {
        stream.write(`${text(step, what, {rows, seconds})}  ${Math.round(peak())} MB\n`);
        return;
      }
      if (ongoing?.step !== step) {
        close();
        ongoing = {step, seconds: 0, pieces: 0, rows: 0};
      }
      ongoing = {
        step,
        seconds: ongoing.seconds + seconds,
        pieces: ongoing.pieces + 1,
        rows: ongoing.rows + (rows ?? 0),
      };
      if (stream.isTTY) stream.write(step === "done" ? clear : `${clear}${text(step, what, {rows, seconds})}`);
    },
  };
}

export const silentProgress: Progress = {line() {}};
