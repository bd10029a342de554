// Writes the golden files of the tests it is given: node test/write-golden.mjs test/figures/service.test.ts
import {spawnSync} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

const tests = process.argv.slice(2);
if (tests.length === 0 || process.env.CI) {
  console.error("usage: node test/write-golden.mjs test/figures/<subject>.test.ts …   (never in CI)");
  process.exit(1);
}
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const {status} = spawnSync(process.execPath, [vitest, "run", "--config", "test/vitest.config.ts", ...tests], {
  cwd: dirname(import.meta.dirname),
  stdio: "inherit",
  env: {...process.env, HUISHENG_GOLDEN: "write"},
});
process.exit(status ?? 1);
