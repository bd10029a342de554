import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

/** Vite takes "#" and "?" in a path for the end of an address: such a project is tested by a link to it; see run.mjs. */
const link = process.env.HUISHENG_LINK;
const root = link ?? fileURLToPath(new URL("..", import.meta.url));

/** Functions and nothing else: files of one worker may share what is loaded, which costs as much as their tests. */
const pure = ["facts", "figures", "marts", "narrative", "stats", "words"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  root,
  resolve: {preserveSymlinks: link !== undefined},
  test: {
    root,
    execArgv: link ? ["--preserve-symlinks", "--preserve-symlinks-main"] : [],
    projects: [
      {extends: true, test: {name: "pure", include: pure, isolate: false}},
      {extends: true, test: {name: "whole", include: ["test/**/*.test.ts"], exclude: pure}},
    ],
    globalSetup: ["test/sample-setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Two workers: the build machine has two cores, and each build may use DuckDB's threads besides.
    maxWorkers: 2,
    env: {TZ: "America/Los_Angeles"},
  },
});
