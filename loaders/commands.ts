import {type Command, validLanguage, validMonth, validNumber} from "./cli/arguments.js";
import {printProgress} from "./messages/progress.js";

/** Every command by its name; what it needs is loaded when it is called, so that help is quick. */
export const commands: Readonly<Record<string, Command>> = {
  async start(values, {language}) {
    const options = portOf(values.port);
    await commands.build!(values, {files: [], language});
    const {serveSite} = await import("./cli/serve.js");
    const {address} = await serveSite(values.out, options);
    process.stdout.write(
      language === "zh" ? `报告在 ${address}（按 Ctrl+C 停止）\n` : `The report is at ${address} (Ctrl+C stops it)\n`,
    );
  },
  async build({report, out, month, verbose, full}, {language}) {
    const {unchanged} = await import("./unchanged.js");
    const known = full ? undefined : unchanged({report, out, month: validMonth(month)});
    const {siteLine} = await import("./closing.js");
    if (known) {
      const same =
        language === "zh"
          ? "与上次生成相比没有任何变化，没有重做（--full 从头再做）"
          : "Nothing changed since the last build, so nothing was done (--full builds anew)";
      process.stdout.write(`\n${[same, ...known[language], siteLine({out, language})].join("\n")}\n`);
      return;
    }
    const {build} = await import("./build.js");
    const progress = printProgress({language, verbose});
    const {closing} = await build({report, out, month: validMonth(month), progress, full});
    process.stdout.write(`\n${[...closing[language], siteLine({out, language})].join("\n")}\n`);
  },
  async publish({report, out, month, accept, verbose}, {language}) {
    const {publish} = await import("./publish-command.js");
    await publish({
      report,
      out,
      month: validMonth(month),
      accept,
      language,
      progress: printProgress({language, verbose}),
    });
  },
  async why({out}, {files, language}) {
    await expectUnlocked(out);
    const {why} = await import("./why.js");
    process.stdout.write(`${why(files[0], {out, language})}\n`);
  },
  async check({report, out, month, verbose}, {language}) {
    const {check} = await import("./check.js");
    await check({report, out, month: validMonth(month), language, progress: printProgress({language, verbose})});
  },
  async map({out, report}, {files, language}) {
    const [{mapFiles}, {readExports}, {silentProgress}] = await Promise.all([
      import("./proposing/command/map-files.js"),
      import("./read-report.js"),
      import("./messages/progress.js"),
    ]);
    await mapFiles(files, {
      language,
      ...(out === "dist" ? {} : {out}),
      ...(report === "data" ? {} : {report}),
      read: (folder, temp) => readExports(folder, {temp, progress: silentProgress}),
    });
  },
  async deck({update, fill, out, lang}, {language}) {
    await expectUnlocked(out);
    if (fill !== undefined) {
      const {fillOwnDeck} = await import("./downloads/fill/command.js");
      const said = validLanguage(lang);
      return fillOwnDeck(fill, {out, language, ...(said && {said})});
    }
    const {updateEditedDeck} = await import("./downloads/update/command.js");
    await updateEditedDeck(update, {out, language});
  },
  async pdf({out, lang}, {language}) {
    await expectUnlocked(out);
    const {printReport} = await import("./print/command.js");
    const said = validLanguage(lang);
    await printReport(out, {language, ...(said && {said})});
  },
  async dev({report, month, port}, {language}) {
    const {develop} = await import("./develop.js");
    await develop({
      report,
      month: validMonth(month),
      language,
      ...portOf(port),
    });
  },
  async bench({report, rows: text, calls, cluster}, {language}) {
    const called = validNumber("calls", calls, {least: 1000, most: 1e9});
    if (called !== undefined) {
      const {benchCalls} = await import("../test/bench/calls.js");
      return benchCalls({calls: called, language});
    }
    if (text === undefined && !cluster) {
      const {benchBuilds} = await import("../test/bench/builds.js");
      return benchBuilds({report, language});
    }
    const rows = validNumber("rows", text ?? "5000000", {least: 1, most: 1e9})!;
    const {bench} = cluster ? await import("../test/bench/clustered.js") : await import("../test/bench/pipeline.js");
    await bench({rows, language});
  },
};

function portOf(text: string | undefined): {port?: number} {
  const port = validNumber("port", text, {least: 0, most: 65535});
  return port === undefined ? {} : {port};
}

async function expectUnlocked(out: string): Promise<void> {
  const {assertUnlocked} = await import("./locked/copy.js");
  assertUnlocked(out);
}
