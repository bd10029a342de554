import {type ChildProcess, fork} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Bilingual} from "../../src/words/language.js";
import {earlier, type Redo, type Step} from "./steps.js";

/** What the process is told once, when it starts. */
export interface WorkerOptions {
  readonly report: string;
  readonly month: string | undefined;
  /** Folder of the preview: workspace, site and the last report read. */
  readonly folder: string;
}

export type Answer =
  /** `exports`: the folder they lie in, which may be outside the report folder. */
  {readonly done: true; readonly exports: string} | {readonly problem: Bilingual; readonly isOurs: boolean};

export interface Done {
  /** From where the work was done again, which may be earlier than asked: what failed before is made up for. */
  readonly from: Step;
  readonly answer: Answer;
}

/** The process that does the work, and what is still to be done after a failure. */
export interface Workshop {
  readonly redo: (redo: Redo) => Promise<Done>;
  readonly close: () => void;
}

/** Opens the workshop: `script` runs in processes of its own and does one step after the other. */
export function openWorkshop(script: string, options: WorkerOptions): Workshop {
  let worker: ChildProcess | undefined;
  let owed: Step | undefined = "read";
  const start = (): ChildProcess =>
    fork(script, [JSON.stringify(options)], {
      execArgv: ["--import", import.meta.resolve("tsx")],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
  return {
    async redo({from: asked, code}) {
      if (code) {
        worker?.kill();
        worker = undefined;
      }
      const from = owed ? earlier(owed, asked) : asked;
      // A new process takes over the report the old one has read, if it got that far.
      const first = worker || existsSync(join(options.folder, "read.bin")) ? from : "read";
      owed = first;
      worker = worker?.connected ? worker : start();
      const answer = await ask(worker, first);
      if ("done" in answer) owed = undefined;
      return {from: first, answer};
    },
    close: () => worker?.kill(),
  };
}

function ask(worker: ChildProcess, step: Step): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      worker.off("message", end);
      worker.off("exit", ended);
      resolve(answer);
    };
    const ended = (code: number | null, signal: string | null): void =>
      end({problem: endedText(signal ?? String(code)), isOurs: true});
    worker.on("message", end);
    worker.on("exit", ended);
    worker.send(step);
  });
}

const endedText = (how: string): Bilingual => ({
  zh: `重做的进程中途结束（${how}）；说明见终端。`,
  en: `the process that does the work ended early (${how}); the terminal says why.`,
});
