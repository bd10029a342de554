import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Vite takes "#" and "?" in a path for the end of an address: such a project is tested by a link to it; see run.mjs. */
const link = process.env.HUISHENG_LINK;
const root = link ?? fileURLToPath(new URL("..", import.meta.url));

/**
 * Files that leave nothing changed behind: those of one worker share what is loaded, which costs as much as their tests,
 * and the reports that they read.
 */
const sharing = [
  ...["actions", "churn", "competitors", "facts", "field", "figures", "marts", "messages", "models", "narrative"],
  ...["orders", "overview", "quality", "real", "records", "relations", "report", "satisfaction", "service", "stats"],
  ...["value", "words"],
].map((folder) => `test/${folder}/**/*.test.ts`);

/** What takes longest begins first, or one worker would end alone. */
const longest = [
  ...["monthly/two-years", "privacy/planted-build", "build/newcomer", "downloads/update/real-deck", "site/every-page"],
  ...["proposing/real", "audience/audience", "site/browser", "build/develop", "monthly/kills", "monthly/as-of"],
  ...["shared-cases", "cases", "locked/locked", "cluster/whole", "cluster/staying", "downloads/withheld"],
  "build/incremental",
].map((name) => `/test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({project, moduleId}: TestSpecification): number => {
      const at = longest.findIndex((end) => moduleId.endsWith(end));
      return project.name === "sharing" ? longest.length + 1 : at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  root,
  resolve: {preserveSymlinks: link !== undefined},
  test: {
    root,
    execArgv: link ? ["--preserve-symlinks", "--preserve-symlinks-main"] : [],
    projects: [
      {extends: true, test: {name: "sharing", include: sharing, isolate: false}},
      {extends: true, test: {name: "alone", include: ["test/**/*.test.ts"], exclude: sharing}},
    ],
    sequence: {sequencer: LongestFirst},
    globalSetup: ["test/sample-setup.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Twice the cores of the build machine: who waits for a command, a browser or a database leaves a core to another.
    maxWorkers: 4,
    env: {TZ: "America/Los_Angeles"},
  },
});
