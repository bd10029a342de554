import {mkdtempSync, writeFileSync} from "node:fs";
import {drawReport} from "./loaders/draw/draw.js";
import {silentProgress} from "./loaders/messages/progress.js";
import {readReport} from "./loaders/read-report.js";
const [folder, ...ids] = process.argv.slice(2);
const t0=Date.now();
const read = await readReport(folder!, {temp: mkdtempSync("/tmp/wings/duck-"), progress: silentProgress});
console.log("read", Date.now()-t0);
const drawn = drawReport(read);
for (const id of ids) {
  if (id.startsWith("@")) { console.log((read.published as any)[id.slice(1)].slice(0,40)); continue; }
  for (const l of ["zh","en"] as const) {
    const f = drawn[l]?.figures[id] as any;
    if (!f) {console.log(id,l,"none"); continue;}
    if (f.missing) {console.log(id,l,"MISSING",f.message); continue;}
    console.log("==",id,l,"\n T:",f.title,"\n S:",f.subtitle,"\n M:",f.method,"\n N:",f.notes.join(" / "));
    if (l==="en") {console.log(f.table.columns.map((c:any)=>c.label).join(" | ")); for (const r of f.table.rows.slice(0,Number(process.env.ROWS??12))) console.log(r.map((c:any)=>typeof c==="number"?Number(c.toPrecision(4)):c).join(" | ")); console.log(f.table.rows.length,"rows");}
  }
}
writeFileSync("/tmp/wings/passages.json", JSON.stringify(Object.fromEntries(Object.entries(drawn).map(([l,d])=>[l,d!.passages])),null,1));
