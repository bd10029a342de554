import type {Form} from "../figure.js";

/**
 * How so many months are drawn: one alone is no line, and as a column it would stand lost in the middle, so it lies as a bar
 * beside its name and number.
 * @example monthsForm("lines", 1) // => "bars"
 * @example monthsForm("lines", 2) // => "lines"
 * @example monthsForm("dots", 1) // => "dots"
 */
export const monthsForm = <Wanted extends Form>(form: Wanted, months: number): Wanted | "bars" =>
  months === 1 && (form === "lines" || form === "columns") ? "bars" : form;
