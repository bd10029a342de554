import {availableParallelism} from "node:os";
import {type MessagePort, SHARE_ENV, Worker} from "node:worker_threads";
import {type Flat, flatten, unflatten} from "../messages/errors.js";
import {collectYoung} from "./young.js";

/** What threads can be asked to do, by name: functions of what can be sent from one to another. */
// biome-ignore lint/suspicious/noExplicitAny: each task has an input of its own
export type Tasks = Readonly<Record<string, (input: any) => unknown>>;

/** Threads that share one row of tasks; the thread that opened them can work along. */
export interface Threads<Work extends Tasks> {
  /** Puts a task at the end of the row, or at its beginning. */
  run<Name extends keyof Work & string>(
    name: Name,
    input: Parameters<Work[Name]>[0],
    options?: {isNext?: boolean},
  ): Promise<Awaited<ReturnType<Work[Name]>>>;
  /** Does tasks on this thread, too, until a promise is kept. */
  workUntil<Result>(promise: Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

interface Task {
  readonly name: string;
  readonly input: unknown;
  readonly settle: (answer: Answer) => void;
}

type Answer = {readonly result: unknown} | {readonly error: Flat};

/** Tasks a thread holds at a time: the next one is there when this thread is too busy to hand it over. */
const atHand = 3;

/**
 * Opens threads that run `tasks`. One fewer than the machine has cores, since this thread works along; with a single core
 * this thread does all.
 *
 * @param count defaults to one fewer than cores, at most 3
 */
export function openThreads<Work extends Tasks>(
  tasks: Work,
  {count = Math.min(3, availableParallelism() - 1)}: {count?: number} = {},
): Threads<Work> {
  const row: Task[] = [];
  let wake = (): void => {};
  const workers = Array.from({length: count}, () => openWorker(() => row.shift()));
  return {
    run: (name, input, {isNext = false} = {}) =>
      new Promise((resolve, reject) => {
        const settle = (answer: Answer) =>
          "error" in answer ? reject(unflatten(answer.error)) : resolve(answer.result as never);
        row[isNext ? "unshift" : "push"]({name, input, settle});
        for (const worker of workers) worker.fill();
        if (count === 0 && row.length === 1) setImmediate(() => void drain());
        wake();
      }),
    async workUntil(promise) {
      let isKept = false;
      const end = promise.then(
        () => (isKept = true),
        () => (isKept = true),
      );
      while (!isKept) {
        const task = row.shift();
        if (task) await doTask(task);
        else await Promise.race([end, new Promise<void>((resolve) => (wake = resolve))]);
        await new Promise(setImmediate); // answers of the others come in between
      }
      return promise;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };

  async function drain(): Promise<void> {
    for (let task = row.shift(); task; task = row.shift()) await doTask(task);
  }

  async function doTask({name, input, settle}: Task): Promise<void> {
    settle(await answerOf(tasks, name, input));
  }
}

/** One thread, which takes from the row as it gets done with what it has. */
function openWorker(next: () => Task | undefined): {fill: () => void; close: () => Promise<unknown>} {
  // What it tells libraries of the system by its environment must reach them.
  const worker = new Worker(new URL("./thread.mjs", import.meta.url), {env: SHARE_ENV});
  const held = new Map<number, Task>();
  let sent = 0;
  let isDead = false;
  const fill = (): void => {
    while (held.size < atHand && !isDead) {
      const task = next();
      if (!task) break;
      held.set(++sent, task);
      worker.postMessage({id: sent, name: task.name, input: task.input});
    }
    if (held.size > 0) worker.ref();
    else worker.unref();
  };
  worker.unref();
  worker.on("message", ({id, answer}: {id: number; answer: Answer}) => {
    const task = held.get(id);
    held.delete(id);
    fill();
    task?.settle(answer);
  });
  worker.on("error", (error) => {
    isDead = true;
    for (const {settle} of held.values()) settle({error: flatten(error)});
    held.clear();
  });
  return {fill, close: () => worker.terminate()};
}

/** The other end: answers what comes through the port, one task after the other. */
export function serveTasks(port: MessagePort, tasks: Tasks): void {
  let last = Promise.resolve();
  port.on("message", ({id, name, input}: {id: number; name: string; input: unknown}) => {
    last = last.then(async () => port.postMessage({id, answer: await answerOf(tasks, name, input)}));
  });
}

async function answerOf(tasks: Tasks, name: string, input: unknown): Promise<Answer> {
  // What native code holds of the task before is freed only when its object is collected and the event loop turns.
  collectYoung();
  await new Promise(setImmediate);
  try {
    return {result: await tasks[name]?.(input)};
  } catch (error) {
    return {error: flatten(error)};
  }
}
