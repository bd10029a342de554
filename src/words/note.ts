import type {Language} from "./language.js";

/** What an analyst says beside the numbers, which stay as they are. */
export interface Note {
  /** The day it was written. */
  readonly date: string;
  readonly author: string;
  readonly text: string;
  /** The figure it stands beside. */
  readonly figure?: string;
  /** The month it is about. */
  readonly month: string;
  /** Whether the analyst named the month, or it is the one before the note was written. */
  readonly isOfMonth: boolean;
  /** A group, e.g. {dimension: "region", member: "south"}. */
  readonly segment?: {readonly dimension: string; readonly member: string};
}

/** "备注（王芳，2026-11-03）：…" */
export const noteText = ({language}: {readonly language: Language}, {author, date, text}: Note): string =>
  language === "zh" ? `备注（${author}，${date}）：${text}` : `Note (${author}, ${date}): ${text}`;

/** What a report of some month may know of: notes about later months are for later reports. */
export const notesOf = ({
  notes = [],
  month,
}: {
  readonly notes?: readonly Note[];
  readonly month: string | undefined;
}): readonly Note[] => notes.filter((note) => month === undefined || note.month <= month);
