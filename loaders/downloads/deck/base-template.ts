import {emptyPackage, type OfficePackage, relate, setPart} from "../office/package.js";
import {themeXml} from "../office/theme.js";
import {type LayoutSlot, layouts, slideSize} from "./layouts.js";
import {type Box, emu, shapeTree, slideNamespaces, transform} from "./shapes.js";

const colourOf = (name: string | undefined): string => {
  if (!name) return '<a:schemeClr val="tx1"/>';
  return name === "muted"
    ? '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
    : `<a:schemeClr val="${name}"/>`;
};

const slotShape = (slot: LayoutSlot, id: number): string => {
  const {name, type, idx, box, size, bold = false, anchor = "t", align = "l"} = slot;
  const level = (tag: string): string =>
    `<a:${tag} marL="0" indent="0" algn="${align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill>${colourOf(slot.colour)}</a:solidFill></a:defRPr></a:${tag}>`;
  const text =
    type === "sldNum"
      ? '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
      : `<a:p><a:r><a:rPr lang="en-US"/><a:t>${name}</a:t></a:r></a:p>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${idx === null ? "" : ` sz="quarter" idx="${idx}"`}/></p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${level("lvl1pPr")}</a:lstStyle>${text}</p:txBody></p:sp>`;
};

const block = (id: number, name: string, box: Box): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`;

const colourMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const background = (colour: string): string =>
  `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
const withBackground = (tree: string, colour: string): string =>
  tree.replace("<p:cSld>", `<p:cSld>${background(colour)}`);

const levels = (size: number): string =>
  Array.from(
    {length: 9},
    (_, level) =>
      `<a:lvl${level + 1}pPr marL="${level * 228_600}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buNone/><a:defRPr sz="${size * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level + 1}pPr>`,
  ).join("");

const presentationml = "application/vnd.openxmlformats-officedocument.presentationml";

/** A deck without slides: theme, master, a layout per kind of slide, notes master. */
export const baseTemplate = (): OfficePackage => {
  const file = emptyPackage();
  const master = "ppt/slideMasters/slideMaster1.xml";
  const theme = "application/vnd.openxmlformats-officedocument.theme+xml";
  setPart(file, "ppt/theme/theme1.xml", {content: themeXml, type: theme});
  setPart(file, "ppt/theme/theme2.xml", {content: themeXml, type: theme});
  const ids = Object.values(layouts).map(({name, slots}, index) => {
    const path = `ppt/slideLayouts/slideLayout${index + 1}.xml`;
    const decor = name === "Title" ? "" : block(90, "Accent", {x: 0, y: 0.62, w: 0.16, h: 0.8});
    const tree = shapeTree(decor + slots.map((slot, at) => slotShape(slot, at + 2)).join(""));
    const type = name === "Title" ? ' type="title"' : "";
    setPart(file, path, {
      content: `<p:sldLayout ${slideNamespaces}${type} preserve="1" userDrawn="1">${(name === "Title" ? withBackground(tree, "accent1") : tree).replace("<p:cSld>", `<p:cSld name="${name}">`)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
      type: `${presentationml}.slideLayout+xml`,
    });
    relate(file, path, {type: "slideMaster", target: master});
    return `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="${relate(file, master, {type: "slideLayout", target: path})}"/>`;
  });
  relate(file, master, {type: "theme", target: "ppt/theme/theme1.xml"});
  const masterSlots = [
    layouts.text.slots[1],
    {...layouts.text.slots[3], idx: 1},
    layouts.text.slots[5],
  ] as LayoutSlot[];
  const titleStyle = levels(26).replace(/\+mn-/g, "+mj-");
  setPart(file, master, {
    content: `<p:sldMaster ${slideNamespaces}>${withBackground(shapeTree(masterSlots.map((slot, at) => slotShape(slot, at + 2)).join("")), "bg1")}${colourMap}<p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${titleStyle}</p:titleStyle><p:bodyStyle>${levels(16)}</p:bodyStyle><p:otherStyle>${levels(14)}</p:otherStyle></p:txStyles></p:sldMaster>`,
    type: `${presentationml}.slideMaster+xml`,
  });
  const presentation = "ppt/presentation.xml";
  const masterId = relate(file, presentation, {type: "slideMaster", target: master});
  relate(file, presentation, {type: "theme", target: "ppt/theme/theme1.xml"});
  const notes = addNotesMaster(file, "ppt/theme/theme2.xml");
  setPart(file, presentation, {
    content: `<p:presentation ${slideNamespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${masterId}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${relate(file, presentation, {type: "notesMaster", target: notes})}"/></p:notesMasterIdLst><p:sldIdLst/><p:sldSz cx="${emu(slideSize.w)}" cy="${emu(slideSize.h)}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>${levels(18)}</p:defaultTextStyle></p:presentation>`,
    type: `${presentationml}.presentation.main+xml`,
  });
  relate(file, "", {type: "officeDocument", target: presentation});
  return file;
};

/** Adds a notes master: speaker notes need one. Returns its path. */
export const addNotesMaster = (file: OfficePackage, theme: string): string => {
  const path = "ppt/notesMasters/notesMaster1.xml";
  const slot = (id: number, name: string, type: string, {idx, box}: {idx: number; box: Box}): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"${type === "sldImg" ? ' noRot="1" noChangeAspect="1"' : ""}/></p:cNvSpPr><p:nvPr><p:ph type="${type}" idx="${idx}"/></p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${type === "sldImg" ? "" : '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'}</p:sp>`;
  const tree = shapeTree(
    slot(2, "Slide", "sldImg", {idx: 2, box: {x: 0.75, y: 0.9, w: 6, h: 3.375}}) +
      slot(3, "Notes", "body", {idx: 3, box: {x: 0.75, y: 4.6, w: 6, h: 4.8}}),
  );
  setPart(file, path, {
    content: `<p:notesMaster ${slideNamespaces}>${withBackground(tree, "bg1")}${colourMap}<p:notesStyle>${levels(11)}</p:notesStyle></p:notesMaster>`,
    type: `${presentationml}.notesMaster+xml`,
  });
  relate(file, path, {type: "theme", target: theme});
  return path;
};
