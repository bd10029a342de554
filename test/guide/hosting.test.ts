import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {project} from "../build/command.js";

const recipe = (name: string): string => readFileSync(join(project, "data/hosting", name), "utf8");
const {scripts} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {scripts: Record<string, string>};

test("a container holds every source that the program is compiled from", () => {
  const copied = [...recipe("Containerfile").matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  for (const path of copied) expect(existsSync(join(project, path)), path).toBe(true);
  const isThere = (path: string) => copied.some((each) => path === each || path.startsWith(`${each}/`));
  const reached = new Set(["loaders/cli/run.ts", "loaders/commands.ts", "loaders/thread.ts"]);
  for (const source of reached)
    for (const [, to = ""] of readFileSync(join(project, source), "utf8").matchAll(
      /(?:from|import\()\s*"(\.[^"]+\.m?js)"/g,
    ))
      reached.add(
        join(dirname(source), to).replace(/js$/, existsSync(join(project, dirname(source), to)) ? "js" : "ts"),
      );
  expect(reached.size).toBeGreaterThan(500);
  expect([...reached].filter((path) => !isThere(path))).toEqual([]);
  const [, compiled = ""] = /const files = \[([^\]]+)\]/.exec(
    readFileSync(join(project, "loaders/program/program.mjs"), "utf8"),
  )!;
  const folders = [...compiled.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  expect(folders).toContain("loaders");
  expect(folders.filter((path) => !isThere(path))).toEqual([]);
});

test.each(["github-actions.yml", "gitlab-ci.yml", "crontab", "windows-task.cmd", "Containerfile"])(
  "%s is written as it is read, and calls what package.json has",
  (name) => {
    const text = recipe(name);
    if (name.endsWith(".yml")) expect(JSON.stringify(parse(text))).toContain("npm run publish");
    const called = [...text.matchAll(/"?npm"?,? "?run"?,? "?([a-z]+)/g)].map(([, script = ""]) => script);
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((script) => !(script in scripts))).toEqual([]);
  },
);
