import {gzipSync} from "fflate";
import {isoStamp, monthStart} from "./calendar.js";
import {utf8} from "./csv-text.js";
import {type ExportFile, type Planted, scatter} from "./export-file.js";
import type {Call} from "./records.js";

/** The call centre: gzipped JSON lines, half a year to a file; empty values are left out. */
export function callcentreFiles(calls: readonly Call[]): ExportFile[] {
  return [0, 6, 12, 18].map((month) => {
    const part = calls.filter((call) => call.calledAt >= monthStart(month) && call.calledAt < monthStart(month + 6));
    const name = `callcentre/calls_${isoStamp(monthStart(month)).slice(0, 7)}.jsonl.gz`;
    const strange = month === 18 ? strangeLines : [];
    const lines = scatter(
      part.map(jsonLine),
      strange.map(({line}) => line),
    );
    const rejected: Planted[] = strange.map(({planted}) => planted);
    return {
      name,
      bytes: gzipSync(utf8(`${lines.join("\n")}\n`), {level: 9, mtime: 0}),
      truth: {
        format: "jsonl.gz",
        encoding: "utf-8",
        kept: part.length,
        rejected,
        totals_rows: 0,
        blank_rows: 0,
        phantom_rows: 0,
        repeated_rows: 0,
      },
    };
  });
}

function jsonLine(call: Call): string {
  const fields: Record<string, string | number | boolean | undefined> = {
    call_no: call.id,
    customer: call.customerId || undefined,
    ticket: call.ticketId || undefined,
    start: isoStamp(call.calledAt),
    dir: call.direction === "inbound" ? "in" : "out",
    queue: call.queue || undefined,
    agent: call.agent || undefined,
    topic: call.topic || undefined,
    region: call.region,
    offered: call.isOffered,
    answered: call.isAnswered,
    resolved: call.isResolved,
    wait_s: call.wait,
    talk_s: call.talk,
    note: call.verbatim || undefined,
  };
  return JSON.stringify(fields);
}

const strange = (id: string, fields: Readonly<Record<string, string>>) =>
  JSON.stringify({
    call_no: id,
    start: "2026-07-02 10:00:00",
    dir: "out",
    offered: false,
    answered: false,
    wait_s: 5,
    talk_s: 60,
    ...fields,
  });
const strangeLines: readonly {line: string; planted: Planted}[] = [
  {
    line: '{"call_no":"CX00001","start":"2026-06-11 09:3',
    planted: {id: "CX00001", column: "", value: "", why: "the line breaks off", severity: "row"},
  },
  {
    line: '{"call_no":"CX00002","start":"2026-06-12 11:02:10","dir":in}',
    planted: {id: "CX00002", column: "", value: "", why: "not JSON", severity: "row"},
  },
  {
    line: strange("CX00003", {dir: "transfer"}),
    planted: {id: "CX00003", column: "direction", value: "transfer", why: "unknown value", severity: "cell"},
  },
  {
    line: strange("CX00004", {talk_s: "n/a"}),
    planted: {id: "CX00004", column: "talk_seconds", value: "n/a", why: "not a number", severity: "cell"},
  },
  {
    line: strange("CX00005", {wait_s: "n/a"}),
    planted: {id: "CX00005", column: "wait_seconds", value: "n/a", why: "not a number", severity: "cell"},
  },
];
