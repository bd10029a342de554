import type {MartRow} from "../../marts/shape/table.js";
import type {ReportView} from "../view.js";
import {checkNames} from "./checks.js";

/** Checks that could be made, those that found most first. */
export const crossCheckRows = (view: ReportView): MartRow[] =>
  Object.keys(checkNames)
    .map((id) => view.rows("cross_checks").find((row) => row.check_id === id))
    .filter((row) => row !== undefined)
    .sort((a, b) => Number(b.hits) - Number(a.hits) || Number(Number(b.base) > 0) - Number(Number(a.base) > 0));
