import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import {hostname} from "node:os";
import {dirname} from "node:path";
import {beganAt} from "../database/began.js";
import {ReportError} from "../messages/errors.js";

/** Who holds a lock. Processes get the same numbers again: the moment that one began tells them apart. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly began: string;
}

/** A holder on another machine says that it lives by touching its lock; after this long without, it does not. */
const silence = 10 * 60_000;
const beat = 20_000;
/** A lock takes far less to be written; one that is unreadable for so long was left by a process killed at that moment. */
const writing = 2_000;

/**
 * Takes what only one build at a time may write to; gives back how to let it go. A lock whose holder is gone, killed or
 * restarted, is taken over.
 *
 * @throws ReportError `build_under_way` where another build is at it
 */
export function takeLock(
  path: string,
  {what}: {/** As the user named it, e.g. "--out dist". */ what: string},
): () => void {
  mkdirSync(dirname(path), {recursive: true});
  for (let tries = 0; ; tries++) {
    try {
      const file = openSync(path, "wx");
      writeSync(
        file,
        JSON.stringify({host: hostname(), pid: process.pid, began: beganAt(process.pid)} satisfies Holder),
      );
      closeSync(file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 3) throw error;
      const holder = holderOf(path);
      if (holder && isAlive(path, holder)) throw underWay(what, holder);
      rmSync(path, {force: true});
    }
  }
  const timer = setInterval(() => {
    if (existsSync(path)) utimesSync(path, new Date(), new Date());
  }, beat);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(path, {force: true});
  };
}

/** Undefined where the lock is gone, or was never written to its end. */
function holderOf(path: string): Holder | undefined {
  for (let waited = 0; waited <= writing && existsSync(path); waited += 50) {
    try {
      return JSON.parse(readFileSync(path, "utf8")) as Holder;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  return undefined;
}

function isAlive(path: string, holder: Holder): boolean {
  const age = existsSync(path) ? Date.now() - statSync(path).mtimeMs : Number.POSITIVE_INFINITY;
  if (holder.host !== hostname()) return age < silence;
  // A process that has this one's own number is this one's predecessor: in a container every one may be number 1.
  if (holder.pid === process.pid) return false;
  return isRunning(holder.pid) && beganAt(holder.pid) === holder.began;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const underWay = (what: string, {pid}: Holder): ReportError =>
  new ReportError("build_under_way", what, {
    what: {zh: `另一个生成正在进行（进程 ${pid}）。`, en: `another build is at it (process ${pid}).`},
    fix: {
      zh: "等它结束再来，或用 --out 换一个输出文件夹。",
      en: "wait until it has ended, or choose another folder with --out.",
    },
  });
