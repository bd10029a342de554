import {rmSync} from "node:fs";
import {join} from "node:path";
import {fontsMeant} from "./draw/fonts.js";
import {type Remembering, rememberTasks} from "./program/remembered.js";
import type {Threads} from "./program/threads.js";
import type {tasks} from "./tasks.js";

type Work = typeof tasks;

/** Where what was made for a site is kept, beside it. */
export const keptFolder = (output: string): string => `${output}.kept`;

/**
 * The same threads, which take pictures, deck, workbook, summary and what was counted of the last build where all that
 * these are made from is as it was. What was made is kept beside the output, in `<output>.kept`, once the scan let the site out; never of a
 * site that is locked.
 *
 * @param options.full takes nothing from the last build; defaults to false
 */
export function rememberedTasks(
  threads: Threads<Work>,
  {
    output,
    work,
    isLocked,
    program,
    full = false,
  }: {
    output: string;
    /** Of this build. */
    work: string;
    isLocked: boolean;
    program: string;
    full?: boolean | undefined;
  },
): Remembering<Work> {
  const folder = keptFolder(output);
  if (full || isLocked) rmSync(folder, {recursive: true, force: true});
  if (isLocked) return {...threads, program, keep() {}, once: async (_, make) => ({result: await make(), isNew: true})};
  return rememberTasks(threads, {folder, fresh: join(work, "kept"), program, meaning});
}

/** Tasks that read a folder, of which its name says nothing, or write into one. */
const notKept: ReadonlySet<keyof Work> = new Set(["look", "pages"]);

/** Fonts are cut anew for each report, with its characters; a picture looks the same with any that hold its own. */
function meaning(name: keyof Work, input: unknown): unknown {
  if (notKept.has(name)) return undefined;
  if (name !== "pictures") return input;
  const fonts = fontsMeant();
  return fonts === undefined ? undefined : {...(input as Parameters<Work["pictures"]>[0]), fonts};
}
