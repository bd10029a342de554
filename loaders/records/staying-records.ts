import type {ClusterTable} from "../cluster/table.js";
import {type ReportError, ReportErrors} from "../messages/errors.js";
import type {TableJob} from "./load.js";
import {datesOf} from "./rejects/take-out.js";
import {areRuined} from "./ruined-ids.js";
import {cannotStay, keyColumn, type StayingColumn} from "./staying-plan.js";
import {differentIds, oddIds} from "./staying-scan.js";

/** @throws ReportErrors where a row would be rejected or an id not be taken as it stands: rows there cannot be listed */
export async function assertRecords(
  job: TableJob,
  {
    opened,
    planned,
    rows,
    undated,
  }: {opened: ClusterTable; planned: readonly StayingColumn[]; rows: number; undated: number},
): Promise<void> {
  const wrong: ReportError[] = [];
  const key = keyColumn(planned, job.table)!;
  const say = (name: string, zh: string, en: string) =>
    wrong.push(
      cannotStay(job, {
        path: ["columns", name],
        what: {zh: `${zh}留在集群的行不能逐条列出。`, en: `${en} Rows that stay cannot be listed one by one.`},
      }),
    );
  if (undated > 0)
    say(
      datesOf(job.table).at[0]!,
      `${undated} 行没有时间，会被退回。`,
      `${undated} row(s) have no moment and would be rejected.`,
    );
  for (const {name, there} of planned.filter(({kind}) => kind === "id")) {
    const {odd, example, missing, long} = await oddIds(opened, there, job);
    const shown = job.door.scrub(example);
    if (odd > 0)
      say(
        name,
        `${odd} 个 ${name} 不能照原样取（如 ${shown}）：有空白、是“没有”的写法、或像个人信息。`,
        `${odd} ${name} cannot be taken as they stand (such as ${shown}): with blanks, a word for nothing, or like personal data.`,
      );
    if (areRuined(long))
      say(
        name,
        `${name} 有 16 位以上的数字，末几位被表格软件改成了别的（如 ${long[0]}）。`,
        `${name} holds numbers of 16 digits and more that have lost their last digits in a spreadsheet (such as ${long[0]}).`,
      );
    if (name === key.name && missing > 0)
      say(name, `${missing} 行没有编号，会被退回。`, `${missing} row(s) have no id and would be rejected.`);
    if (name !== key.name || missing > 0) continue;
    const again = rows - (await differentIds(opened, there, rows));
    if (again > 0)
      say(
        name,
        `${again} 行的编号与别的行相同，只有一行算数。`,
        `${again} row(s) have the id of another, of which one counts.`,
      );
  }
  if (wrong.length > 0) throw new ReportErrors(wrong);
}
