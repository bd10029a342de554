import type {Element} from "@xmldom/xmldom";
import {elementsOf} from "../deck/memory.js";
import type {Box} from "../deck/shapes.js";
import {boxOf, parseXml} from "../deck/slots.js";
import {type OfficePackage, partText, related} from "../office/package.js";

/** A placeholder without a place of its own stands where its layout says. */
export function inheritedBox(shape: Element, {file, path}: {file: OfficePackage; path: string}): Box | undefined {
  const [holder] = elementsOf(shape, "p:ph");
  const layout = related(file, path, "slideLayout");
  if (!holder || !layout || !file.parts.has(layout)) return undefined;
  const same = (one: Element): boolean => {
    const [other] = elementsOf(one, "p:ph");
    const idx = holder.getAttribute("idx");
    return (
      other !== undefined &&
      (idx ? other.getAttribute("idx") === idx : other.getAttribute("type") === holder.getAttribute("type"))
    );
  };
  const found = elementsOf(parseXml(partText(file, layout)), "p:sp").find(same);
  const box = found && boxOf(found);
  if (box) return box;
  const master = related(file, layout, "slideMaster");
  const type = holder.getAttribute("type") ?? "body";
  const kept = master
    ? elementsOf(parseXml(partText(file, master)), "p:sp").find(
        (one) => elementsOf(one, "p:ph")[0]?.getAttribute("type") === type,
      )
    : undefined;
  return kept && boxOf(kept);
}
