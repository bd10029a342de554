import type {Figure} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import type {Unit} from "../../../src/words/unit.js";
import {escapeXml} from "../../draw/xml.js";
import {formatCode} from "../office/number-format.js";
import {fill, fonts, line, paleGrey, shape, textProperties} from "./fragments.js";

/** Ids of the two axes of a chart. */
export const [categoryAxisId, valueAxisId] = [111_111_111, 222_222_222];
export const axisIds = `<c:axId val="${categoryAxisId}"/><c:axId val="${valueAxisId}"/>`;

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Round ends and steps (1, 2, 5 × 10ⁿ) around the values; `zero` keeps 0 on the axis. */
export const niceScale = (
  values: readonly number[],
  {zero = false, steps = 5, room = 0}: {zero?: boolean; steps?: number; room?: number} = {},
): Scale => {
  let low = Math.min(...values, ...(zero ? [0] : []));
  let high = Math.max(...values, ...(zero ? [0] : []));
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1];
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(low, low * 2, 0), Math.max(high, high * 2, 0)];
  if (room > 0) high += (high - low) * room;
  const raw = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const round = (value: number): number => Number(value.toPrecision(12));
  return {
    min: round(Math.floor(low / step + 1e-9) * step),
    max: round(Math.ceil(high / step - 1e-9) * step),
    step: round(step),
  };
};

/** Letters after large numbers, with the format code that scales to them. */
const largeUnits: Readonly<Record<Language, readonly (readonly [from: number, code: string])[]>> = {
  // Offices scale by thousands only: a point put before the last digits makes the rest.
  zh: [
    [1e8, '0\\.00,,"亿"'],
    [1e4, '0\\.0,"万"'],
  ],
  en: [
    [1e9, '0.0,,,"B"'],
    [1e6, '0.0,,"M"'],
    [1e4, '0,"K"'],
  ],
};

/** The figure's unit with as many decimals as its steps need; large numbers in one unit along the axis, on both sides of 0. */
export const axisFormat = (unit: Unit, {min, max, step}: Scale, {language}: {language: Language}): string => {
  if (unit === "count" || unit === "money") {
    const largest = Math.max(Math.abs(min), Math.abs(max));
    const found = largeUnits[language].find(([from]) => largest >= from);
    if (found) return `${found[1]};-${found[1]};0`;
  }
  const shown = unit === "share" ? step * 100 : step;
  const digits = Math.max(0, -Math.floor(Math.log10(shown) + 1e-9));
  const whole = ["count", "money", "hours", "days", "minutes", "seconds"].includes(unit) ? "#,##0" : "0";
  const code = whole + (digits > 0 ? `.${"0".repeat(digits)}` : "") + (unit === "share" ? "%" : "");
  return unit === "nps" || unit === "points" ? `+${code};-${code};${code}` : code;
};

/** At a mark each amount by its own size: no small one becomes "0.0M". */
const largeLabels: Readonly<Record<Language, string>> = {
  zh: '[>=100000000]0\\.00,,"亿";[>=10000]0\\.0,"万";#,##0',
  en: '[>=1000000]0.0,,"M";[>=10000]0,"K";#,##0',
};

/** How values are written at their marks: short where amounts reach six digits, everything else in full. */
export const labelFormat = (
  {unit, series}: Pick<Figure, "unit" | "series">,
  {language}: {language: Language},
): string =>
  unit === "money" && series.some(({points}) => points.some(({value}) => Math.abs(value ?? 0) >= 1e5))
    ? largeLabels[language]
    : formatCode(unit);

/** Ends that the unit cannot pass: a share stays between 0 and 1, NPS between -100 and 100. */
export const withinUnit = (scale: Scale, unit: Unit): Scale => {
  if (unit === "share") return {...scale, min: Math.max(0, scale.min), max: Math.min(1, scale.max)};
  return unit === "nps" ? {...scale, min: Math.max(-100, scale.min), max: Math.min(100, scale.max)} : scale;
};

interface AxisOptions {
  readonly position: "l" | "b" | "r";
  readonly title?: string;
  readonly is_deleted?: boolean;
  readonly size?: number;
}

// All text is horizontal: a vertical axis does without a title, the subtitle of the slide says the measure.
const title = (text: string | undefined, position: AxisOptions["position"]): string =>
  text && position === "b"
    ? `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="1100" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="1100" b="0">${fill({name: "tx1", tint: 35})}${fonts}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
    : "";

/** Labels are text, one per category, horizontal. */
export const categoryAxis = ({
  position,
  title: text,
  is_deleted = false,
  size = 11,
  is_reversed = false,
  skip = 1,
}: AxisOptions & {is_reversed?: boolean; skip?: number}): string =>
  [
    `<c:catAx><c:axId val="${categoryAxisId}"/><c:scaling><c:orientation val="${is_reversed ? "maxMin" : "minMax"}"/></c:scaling>`,
    `<c:delete val="${is_deleted ? 1 : 0}"/><c:axPos val="${position}"/>${title(text, position)}<c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    shape(line({name: "tx1", tint: 55}, {width: 0.75})) + textProperties({size}),
    `<c:crossAx val="${valueAxisId}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`,
    skip > 1 ? `<c:tickLblSkip val="${skip}"/>` : "",
    '<c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join("");

/** Months on a time axis; every `step`-th is labelled. */
export const monthAxis = ({step, size = 10}: {step: number; size?: number}): string =>
  [
    `<c:dateAx><c:axId val="${categoryAxisId}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`,
    '<c:numFmt formatCode="yyyy\\-mm" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    shape(line({name: "tx1", tint: 55}, {width: 0.75})) + textProperties({size}),
    `<c:crossAx val="${valueAxisId}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>`,
    `<c:majorUnit val="${step}"/><c:majorTimeUnit val="months"/></c:dateAx>`,
  ].join("");

/** A number axis. `role` says which of the two it is: scatter charts have two number axes. */
export const valueAxis = (
  scale: Scale,
  {
    position,
    title: text,
    format,
    is_deleted = false,
    size = 11,
    role = "value",
    has_grid = true,
    is_between = false,
    crosses = "min",
  }: AxisOptions & {
    format: string;
    role?: "value" | "category";
    has_grid?: boolean;
    /** Categories stand between the marks of the axis that crosses: bars and columns. */
    is_between?: boolean;
    /** Where this axis meets the other; "max" when the other runs backwards. */
    crosses?: "min" | "max";
  },
): string => {
  const [own, other] = role === "value" ? [valueAxisId, categoryAxisId] : [categoryAxisId, valueAxisId];
  return [
    `<c:valAx><c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/><c:max val="${scale.max}"/><c:min val="${scale.min}"/></c:scaling>`,
    `<c:delete val="${is_deleted ? 1 : 0}"/><c:axPos val="${position}"/>`,
    has_grid ? `<c:majorGridlines>${shape(line(paleGrey, {width: 0.5}))}</c:majorGridlines>` : "",
    title(text, position),
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${crosses === "max" ? "nextTo" : "low"}"/>`,
    shape(line(has_grid ? null : {name: "tx1", tint: 55}, {width: 0.75})) + textProperties({size}),
    `<c:crossAx val="${other}"/><c:crosses val="${crosses}"/><c:crossBetween val="${is_between ? "between" : "midCat"}"/><c:majorUnit val="${scale.step}"/></c:valAx>`,
  ].join("");
};
