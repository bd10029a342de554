import type {Document, Element} from "@xmldom/xmldom";
import type {Unit} from "../../../src/words/unit.js";
import {niceScale} from "../chart/axes.js";
import {elementsOf} from "../deck/memory.js";
import {formatCode} from "../office/number-format.js";
import {children} from "./own-series.js";

const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** What an axis has to hold. */
export interface AxisValues {
  readonly values: readonly number[];
  readonly unit: Unit;
}

/**
 * Ends of an axis that would cut values off are left to the office, but for the upper one where there are intervals, of
 * which no office thinks: it is ours, and returned. Numbers without a format of theirs get ours.
 */
export function fitAxes(
  chart: Document,
  axisOf: (axis: Element | null) => AxisValues,
  {ours}: {ours: string | undefined},
): string | undefined {
  let ourEnd: string | undefined;
  for (const axis of elementsOf(chart, "c:valAx")) {
    const {values} = axisOf(axis);
    const [low, high] = [elementsOf(axis, "c:min")[0], elementsOf(axis, "c:max")[0]];
    const end = (element: Element): number => Number(element.getAttribute("val"));
    const isLow = low !== undefined && values.some((value) => value < end(low));
    const isHigh =
      high !== undefined && (high.getAttribute("val") === ours || values.some((value) => value > end(high)));
    if (isLow) low.parentNode?.removeChild(low);
    if (isHigh) high.parentNode?.removeChild(high);
    if (isLow || isHigh) for (const step of children(axis, "c:majorUnit")) axis.removeChild(step);
    if ((high === undefined || isHigh) && elementsOf(chart, "c:errBars").length > 0)
      ourEnd = setHighEnd(axis, String(niceScale([...values], {zero: true}).max));
  }
  for (const format of elementsOf(chart, "c:numFmt")) {
    const parent = format.parentNode as Element | null;
    const isPercent = parent && elementsOf(parent, "c:showPercent")[0]?.getAttribute("val") === "1";
    if (format.getAttribute("formatCode") !== "General" || isPercent) continue;
    if (parent?.nodeName !== "c:valAx" && parent?.nodeName !== "c:dLbls") continue;
    format.setAttribute("formatCode", formatCode(axisOf(parent?.nodeName === "c:valAx" ? parent : null).unit));
    format.setAttribute("sourceLinked", "0");
  }
  return ourEnd;
}

function setHighEnd(axis: Element, value: string): string {
  const [scaling] = children(axis, "c:scaling");
  const end = axis.ownerDocument?.createElementNS(chartNamespace, "c:max");
  if (!scaling || !end) return value;
  end.setAttribute("val", value);
  const before = children(scaling, "c:min")[0] ?? children(scaling, "c:extLst")[0] ?? null;
  scaling.insertBefore(end, before);
  return value;
}
