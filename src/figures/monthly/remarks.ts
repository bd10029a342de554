import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth} from "../../words/format.js";
import {type Note, notesOf, noteText} from "../../words/note.js";
import {say} from "../../words/say.js";
import type {Figure} from "../figure.js";

/** What the analyst says beside a figure: of itself, of a month on its axis, or of a group that it shows. */
export const remarksOf = (view: ReportView, figure: Figure): string[] =>
  notesOf(view)
    .filter((note) => isBeside(view, figure, note))
    .map((note) => noteText(view, note));

function isBeside(view: ReportView, figure: Figure, note: Note): boolean {
  const isTimed = figure.category_kind === "month" && figure.categories.includes(note.month);
  // What was said of a past month stands on the charts that still show it, and nowhere else.
  if (!isTimed && view.month !== undefined && note.month !== view.month) return false;
  if (note.figure !== undefined) return note.figure === figure.id;
  if (note.segment) return shows(figure, memberName(view, note.segment));
  return isTimed && note.isOfMonth;
}

/** Whether a figure shows a group; a label may say more of it in brackets: "漏水（上升）". */
const shows = ({categories, series, table}: Figure, name: string): boolean =>
  [...categories, ...series.map((each) => each.name), ...table.rows.flatMap((row) => row.slice(0, 3))].some(
    (label) => typeof label === "string" && label.replace(/ ?[(（][^()（）]*[)）]$/, "") === name,
  );

/** All notes about the report month, with what each is about: "华南：…" */
export const remarksListed = (view: ReportView): string[] =>
  notesOf(view)
    .filter(({month}) => view.month === undefined || month === view.month)
    .map((note) => {
      const about = note.segment ? memberName(view, note.segment) : note.isOfMonth ? formatMonth(note.month, view) : "";
      const text = noteText(view, note);
      return about ? say(view, {zh: `${about}：${text}`, en: `${about}: ${text}`}) : text;
    });
