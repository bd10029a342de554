import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {describe, expect, it} from "vitest";

const project = fileURLToPath(new URL("../../", import.meta.url));
const canCut = spawnSync("unshare", ["-rn", "true"]).status === 0;

describe("with the network cut", () => {
  // Linux lets a process leave the network where user namespaces are allowed; elsewhere there is no such command.
  it.skipIf(!canCut)("the site builds, with an analyst's page that uses every library that comes along", () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-offline-"));
    const script = join(folder, "build.mts");
    const own =
      "# 自己的页\\n\\n```js\\nimport * as aq from 'npm:arquero';\\ndisplay(Plot.plot());\\ndisplay(await FileAttachment('a.parquet').parquet());\\ndisplay(await FileAttachment('a.csv').csv());\\nview(Inputs.text());\\ndisplay(html`$\u007bd3.sum([1])}`);\\ndisplay(vl.markBar());\\n```\\n";
    writeFileSync(
      script,
      `import {makeWorkspace} from ${JSON.stringify(pathToFileURL(join(project, "test/site/fixtures/workspace.ts")).href)};
import {buildSite} from ${JSON.stringify(pathToFileURL(join(project, "loaders/site/build.ts")).href)};
const {folder, workspace, output} = makeWorkspace({pages: {"zh/own.md": "${own}", "zh/a.csv": "a", "zh/a.parquet": "a"}});
await buildSite({workspace, output, languages: ["zh", "en"]});
console.log("BUILT " + folder);`,
    );
    const tsx = join(project, "node_modules/tsx/dist/cli.mjs");
    const {stdout, stderr} = spawnSync("unshare", ["-rn", process.execPath, tsx, script], {
      cwd: project,
      encoding: "utf8",
    });
    const built = /BUILT (.*)/.exec(stdout)?.[1] ?? "";
    expect(stderr).toBe("");
    const page = readFileSync(join(built, "site", "zh", "own.html"), "utf8");
    const version = (name: string) =>
      (JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")) as {version: string})
        .version;
    for (const name of ["d3", "@observablehq/plot", "arquero", "apache-arrow", "parquet-wasm", "vega-lite-api"]) {
      expect(page, name).toContain(`_npm/${name}@${version(name)}/`);
      expect(existsSync(join(built, "site", "_npm", `${name}@${version(name)}`)), name).toBe(true);
    }
    rmSync(built, {recursive: true});
    rmSync(folder, {recursive: true});
  });
});
