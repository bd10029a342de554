import {cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {project} from "./command.js";
import {tinyReport} from "./tiny-report.js";

/** What a path may hold on any machine, short of what Windows forbids. */
export const oddName = "回声 #1 50%25 it's [a] (b) 😀";

/**
 * A copy of the project as a newcomer has it after `npm ci`, with the tiny report in place of the sample, in a folder whose
 * name holds everything a path may hold. Tests may change its files.
 */
export function cloneProject(): {readonly clone: string; readonly remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-clone-"));
  const clone = join(folder, oddName, "huisheng");
  mkdirSync(clone, {recursive: true});
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", "observablehq.config.ts", "README.md"])
    cpSync(join(project, name), join(clone, name));
  for (const name of ["src", "loaders"])
    cpSync(join(project, name), join(clone, name), {
      recursive: true,
      filter: (path) =>
        !/[\\/](data|downloads|\.observablehq)$/.test(path.slice(project.length)) || /loaders/.test(path),
    });
  for (const name of ["bench", "cluster"])
    cpSync(join(project, "test", name), join(clone, "test", name), {
      recursive: true,
      filter: (path) => !path.slice(project.length).includes("node_modules"),
    });
  symlinkSync(join(project, "node_modules"), join(clone, "node_modules"), "junction");
  renameSync(tinyReport(), join(clone, "data"));
  return {clone, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** The commands of a README's fenced blocks, without their comments. */
export function commandsOf(readme: string): string[] {
  const blocks = [...readFileSync(readme, "utf8").matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("npm "))
    .map((line) =>
      line
        .replace(/\s+#.*$/, "")
        .trim()
        .replace(/\s+/g, " "),
    );
}
