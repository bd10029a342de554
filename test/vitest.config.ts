import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

/** Vite takes "#" and "?" in a path for the end of an address: such a project is tested by a link to it; see run.mjs. */
const link = process.env.HUISHENG_LINK;
const root = link ?? fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {preserveSymlinks: link !== undefined},
  test: {
    root,
    execArgv: link ? ["--preserve-symlinks", "--preserve-symlinks-main"] : [],
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/sample-setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Two workers: the build machine has two cores, and each build may use DuckDB's threads besides.
    maxWorkers: 2,
    env: {TZ: "America/Los_Angeles"},
  },
});
