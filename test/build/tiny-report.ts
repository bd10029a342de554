import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** A small report folder in the temp folder: 60 customers, 240 tickets, 240 ratings over four months. */
export function tinyReport(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-tiny-"));
  const files: Record<string, string | null> = {...tinyFiles(), ...changes};
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(join(folder, name, ".."), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  mkdirSync(join(folder, "exports"), {recursive: true});
  return folder;
}

function tinyFiles(): Record<string, string> {
  const months = ["2026-01", "2026-02", "2026-03", "2026-04"];
  const tickets = Array.from({length: 240}, (_, index) => {
    const day = `${months[index % 4]}-${String((index % 27) + 1).padStart(2, "0")}`;
    const type = index % 3 === 0 ? "complaint" : "inquiry";
    return `T${index},K${index % 60},${type},${index % 2 ? "late" : "noise"},${day} 09:00,${day} 1${index % 9}:30,${(index * 7) % 5 === 0 ? 1 : ((index * 3) % 4) + 2}`;
  });
  const customers = Array.from({length: 60}, (_, index) => `K${index},${index % 2 ? "North" : "South"},2025-06-01`);
  return {
    "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\n",
    "mappings/desk.yaml": [
      "label: {zh: 工单系统, en: Desk}",
      "tables:",
      "  - entity: tickets",
      "    files: tickets.csv",
      "    columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: about, created_at: opened, solved_at: solved}",
      "  - entity: surveys",
      "    files: tickets.csv",
      "    columns: {response_id: id, customer_id: customer, answered_at: solved, score: rating}",
      "    defaults: {question: csat, scale_min: 1, scale_max: 5}",
      "  - entity: customers",
      "    files: customers.csv",
      "    columns: {customer_id: id, region: region, joined_date: joined}",
      "",
    ].join("\n"),
    "exports/tickets.csv": `id,customer,type,about,opened,solved,rating\n${tickets.join("\n")}\n`,
    "exports/customers.csv": `id,region,joined\n${customers.join("\n")}\n`,
  };
}
