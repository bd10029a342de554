import {spawn} from "node:child_process";
import {mkdtempSync, watch} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {writeData} from "./build.js";
import {drawReport} from "./draw/draw.js";
import {type Language, ReportError, ReportErrors} from "./messages/errors.js";
import type {Progress} from "./messages/progress.js";
import {readReport} from "./read-report.js";
import {prepareOfflineModules} from "./site/offline-modules.js";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Preview: Framework serves src/ and reloads pages; a change of data, rules or SQL runs the pipeline again. */
export async function develop({
  report,
  month,
  language,
  progress,
  port,
}: {
  report: string;
  month: string | undefined;
  language: Language;
  progress: Progress;
  port?: number;
}): Promise<void> {
  const source = join(project, "src");
  const rebuild = async (): Promise<void> => {
    try {
      const read = await readReport(report, {month, temp: mkdtempSync(join(tmpdir(), "huisheng-")), progress});
      writeData(join(source, "data"), read, drawReport(read));
      progress.line("done", {what: "src/data"});
    } catch (error) {
      if (!(error instanceof ReportError || error instanceof ReportErrors)) throw error;
      process.stderr.write(`\n${error.print(language)}\n`);
    }
  };
  await rebuild();
  await prepareOfflineModules(source);
  let queue = Promise.resolve();
  let pending: NodeJS.Timeout | undefined;
  for (const folder of [report, join(project, "loaders/models")])
    watch(folder, {recursive: true}, () => {
      clearTimeout(pending);
      pending = setTimeout(() => {
        queue = queue.then(rebuild);
      }, 300);
    });
  const framework = fileURLToPath(new URL("bin/observable.js", import.meta.resolve("@observablehq/framework/dist/")));
  const child = spawn(process.execPath, [framework, "preview", ...(port ? ["--port", String(port)] : [])], {
    cwd: project,
    stdio: "inherit",
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1"},
  });
  await new Promise((resolve) => child.on("exit", resolve));
}
