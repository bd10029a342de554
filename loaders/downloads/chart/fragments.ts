import {escapeXml} from "../../draw/xml.js";
import {type ChartColumn, numberReference} from "./data.js";

/** A colour of the theme, so that a company's template recolours the chart. */
export interface ThemeColour {
  readonly name: "accent1" | "accent2" | "accent3" | "accent4" | "accent5" | "accent6" | "tx1" | "bg1";
  /** Percent of the way to white; defaults to 0. */
  readonly tint?: number;
  /** Percent of the way to black; defaults to 0. */
  readonly shade?: number;
  /** Percent of opacity; defaults to 100. */
  readonly alpha?: number;
}

export const grey: ThemeColour = {name: "tx1", tint: 55};
export const paleGrey: ThemeColour = {name: "tx1", tint: 82};

export const colourXml = ({name, tint = 0, shade = 0, alpha = 100}: ThemeColour): string => {
  const changes = [
    tint ? `<a:lumMod val="${(100 - tint) * 1000}"/><a:lumOff val="${tint * 1000}"/>` : "",
    shade ? `<a:lumMod val="${(100 - shade) * 1000}"/>` : "",
    alpha < 100 ? `<a:alpha val="${alpha * 1000}"/>` : "",
  ].join("");
  return `<a:schemeClr val="${name}">${changes}</a:schemeClr>`;
};

export const fill = (colour: ThemeColour | null): string =>
  colour ? `<a:solidFill>${colourXml(colour)}</a:solidFill>` : "<a:noFill/>";

/** Width in points. */
export const line = (
  colour: ThemeColour | null,
  {width = 1, dash = ""}: {width?: number; dash?: string} = {},
): string =>
  `<a:ln w="${Math.round(width * 12_700)}" cap="flat">${fill(colour)}${dash ? `<a:prstDash val="${dash}"/>` : ""}<a:round/></a:ln>`;

export const shape = (content: string): string => `<c:spPr>${content}</c:spPr>`;

/** The theme's fonts for Latin and Chinese letters together: a chart with one of them alone falls back to Calibri. */
export const fonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

/** Size in points. */
export const textProperties = ({
  size = 11,
  colour = {name: "tx1", tint: 25},
  bold = false,
  rotation = 0,
  wrap = true,
}: TextOptions = {}): string =>
  `<c:txPr><a:bodyPr rot="${rotation}" vert="horz"${wrap ? "" : ' wrap="none"'}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${fill(colour)}${fonts}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
export interface TextOptions {
  readonly size?: number;
  readonly colour?: ThemeColour;
  readonly bold?: boolean;
  readonly rotation?: number;
  readonly wrap?: boolean;
}

export const marker = ({
  symbol = "circle",
  size = 8,
  colour,
  hollow = false,
}: {
  symbol?: string;
  size?: number;
  colour: ThemeColour;
  hollow?: boolean;
}): string =>
  `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/>${shape(fill(hollow ? {...colour, tint: 75} : colour) + line(colour, {width: 1.5}))}</c:marker>`;
export const noMarker = '<c:marker><c:symbol val="none"/></c:marker>';

/** Interval as two columns of distances from the value. */
export const errorBars = (
  direction: "x" | "y" | null,
  {plus, minus, colour}: {plus: ChartColumn; minus: ChartColumn; colour: ThemeColour},
): string =>
  `<c:errBars>${direction ? `<c:errDir val="${direction}"/>` : ""}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numberReference(plus)}</c:plus><c:minus>${numberReference(minus)}</c:minus>${shape(line(colour, {width: 1.25}))}</c:errBars>`;

const shows = (value: boolean, name: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${name ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

export const noLabels = `<c:dLbls>${shows(false, false)}</c:dLbls>`;

export const valueLabels = (format: string, {position, ...text}: TextOptions & {position?: string}): string =>
  `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${shape(fill(null) + line(null))}${textProperties(text)}${position ? `<c:dLblPos val="${position}"/>` : ""}${shows(true, false)}</c:dLbls>`;

interface NameLabel extends TextOptions {
  readonly position?: string;
  /** Share of the chart's height to move down. */
  readonly offset?: number;
  /** Defaults to true. */
  readonly has_name?: boolean;
  /** Format code of the value after the name; without it no value is shown. */
  readonly value?: string;
}

/** The series' name beside one of its points, in place of a legend; with the value there, if asked for. */
export const nameLabel = (
  index: number,
  {position = "r", offset = 0, has_name = true, value, ...text}: NameLabel,
): string => {
  const layout = offset
    ? `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${offset}"/></c:manualLayout></c:layout>`
    : "";
  const format = value === undefined ? "" : `<c:numFmt formatCode="${escapeXml(value)}" sourceLinked="0"/>`;
  const look = `${shape(fill(null) + line(null))}${textProperties({...text, wrap: false})}<c:dLblPos val="${position}"/>`;
  const separator = value !== undefined && has_name ? "<c:separator> </c:separator>" : "";
  return `<c:dLbls><c:dLbl><c:idx val="${index}"/>${layout}${format}${look}${shows(value !== undefined, has_name)}${separator}</c:dLbl>${shows(false, false)}</c:dLbls>`;
};

const c15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"';

/** Labels read from a column of the sheet: `labels` inside the series, `range` at its end. */
export const rangeLabels = (
  column: ChartColumn,
  {
    position,
    size = 11,
    colour = {name: "tx1", tint: 25},
    bold = false,
    strong,
  }: TextOptions & {
    position: string | ((index: number) => string);
    /** Colour of the labels that stand out. */
    strong?: (index: number) => ThemeColour | undefined;
  },
): {labels: string; range: string} => {
  const side = typeof position === "string" ? () => position : position;
  const labels = column.values.map((value, index) => {
    if (value === null) return "";
    const out = strong?.(index);
    const run = `sz="${size * 100}" b="${bold || out ? 1 : 0}"`;
    const id = `{00000000-0000-4000-8000-${String(index).padStart(12, "0")}}`;
    const text = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:pPr><a:defRPr/></a:pPr><a:fld id="${id}" type="CELLRANGE"><a:rPr lang="en-US" ${run}>${fill(out ?? colour)}${fonts}</a:rPr><a:pPr><a:defRPr/></a:pPr><a:t>${escapeXml(String(value))}</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p></c:rich></c:tx>`;
    return `<c:dLbl><c:idx val="${index}"/>${text}<c:dLblPos val="${side(index)}"/>${shows(false, false).replace('showVal val="0"', 'showVal val="1"')}<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" ${c15}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>`;
  });
  const all = `${shape(fill(null) + line(null))}${textProperties({size, colour, bold, wrap: false})}<c:dLblPos val="${side(0)}"/>${shows(false, false)}`;
  const cache = column.values
    .map((value, index) => (value === null ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`))
    .join("");
  return {
    labels: `<c:dLbls>${labels.join("")}${all}<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" ${c15}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>`,
    range: `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" ${c15}><c15:datalabelsRange><c15:f>${escapeXml(column.reference)}</c15:f><c15:dlblRangeCache><c:ptCount val="${column.values.length}"/>${cache}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`,
  };
};
