import {collectErrors} from "./messages/errors.js";
import {folderFor} from "./records/audience/folder.js";
import type {Audience} from "./report/audiences.js";
import {type ReportFolder, readReportFolder} from "./report/folder.js";
import {type AnalystNote, readNotes} from "./report/notes.js";
import {type Rules, readRules} from "./report/rules.js";

/** What the analyst wrote. */
export interface Settings {
  readonly folder: ReportFolder;
  readonly rules: Rules;
  readonly notes: AnalystNote[];
}

/** What a report is read with: its settings, or those under which an audience sees it. */
export function settingsFor(folderPath: string, audience?: Audience | undefined): Settings {
  const whole = readSettings(folderPath);
  // Notes are about figures of the whole.
  return audience ? {...whole, folder: folderFor(whole.folder, audience), notes: []} : whole;
}

/** What is wrong with the settings, mappings and rules is told at once. */
export function readSettings(path: string): Settings {
  const read = [readReportFolder, readRules, readNotes] as const;
  const [folder, rules, notes] = collectErrors(read, (each) => each(path)) as [ReportFolder, Rules, AnalystNote[]];
  return {folder, rules, notes};
}
