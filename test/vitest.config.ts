import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two workers: the build machine has two cores, and each build may use DuckDB's threads besides.
    maxWorkers: 2,
    env: {TZ: "America/Los_Angeles"},
  },
});
