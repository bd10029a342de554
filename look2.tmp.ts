import {mkdtempSync, writeFileSync} from "node:fs";
import {drawReport} from "./loaders/draw/draw.js";
import {silentProgress} from "./loaders/messages/progress.js";
import {readReport} from "./loaders/read-report.js";
for (const name of process.argv.slice(2)) {
  try {
  const read = await readReport(`test/real/${name}`, {temp: mkdtempSync("/tmp/wings/duck-"), progress: silentProgress});
  const drawn = drawReport(read);
  const out: string[] = [];
  for (const [l,d] of Object.entries(drawn)) {
    for (const [p, s] of Object.entries(d!.passages)) if (s.length && !p.endsWith("notices")) out.push(`## ${l} ${p}\n${s.join("\n")}`);
    if (l==="en") for (const f of Object.values(d!.figures) as any[]) { if (f.missing) continue; out.push(`== ${f.id} T: ${f.title}\n   S: ${f.subtitle}\n   ${f.table.columns.map((c:any)=>c.label).join(" | ")}\n${f.table.rows.slice(0,14).map((r:any)=>"   "+r.join(" | ")).join("\n")}`); }
  }
  writeFileSync(`/tmp/wings/real-${name}.txt`, out.join("\n"));
  } catch (e:any) { writeFileSync(`/tmp/wings/real-${name}.txt`, "ERR "+(e.print?.("en")??e.stack)); }
}
