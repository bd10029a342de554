import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";
import {checkNames} from "./checks.js";

type Checked = Row<"cross_checks">;

/** Checks that could be made, those that found most first. */
export const crossCheckRows = (view: ReportView): Checked[] =>
  Object.keys(checkNames)
    .map((id) => view.rows("cross_checks").find((row) => row.check_id === id))
    .filter((row) => row !== undefined)
    .sort((a, b) => b.hits - a.hits || Number(b.base > 0) - Number(a.base > 0));
