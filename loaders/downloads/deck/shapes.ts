import {escapeXml} from "../../draw/xml.js";

export const slideNamespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Position and size in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Paragraph {
  readonly text: string;
  /** Parts of the text that lead to other slides, by their ids. */
  readonly links?: readonly {readonly text: string; readonly slide: string}[];
  /** Points; defaults to the placeholder's. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly bullet?: boolean;
  /** Colour of the theme, e.g. "accent1"; defaults to the placeholder's. */
  readonly colour?: string;
  readonly align?: "l" | "r" | "ctr";
  /** Space before, in points. */
  readonly before?: number;
}

export interface Placeholder {
  readonly type: string;
  readonly idx: string | null;
}

export const emu = (inches: number): number => Math.round(inches * 914_400);
export const inches = (emus: number): number => emus / 914_400;

export const transform = ({x, y, w, h}: Box, {prefix = "a"}: {prefix?: string} = {}): string =>
  `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${prefix}:xfrm>`;

const hanzi = /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/;
// Links keep the colour of their text: the theme's would not be read on a dark slide.
const ownColour =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

/** Id of the relation to a slide; undefined where the deck has no such slide. */
export type LinkTo = (slide: string) => string | undefined;

export const paragraphXml = (
  {text, size, bold, bullet, colour, align, before, links = []}: Paragraph,
  linkTo: LinkTo = () => undefined,
): string => {
  const language = hanzi.test(text) ? 'lang="zh-CN" altLang="en-US"' : 'lang="en-US" altLang="zh-CN"';
  const look = `${language}${size ? ` sz="${Math.round(size * 100)}"` : ""}${bold === undefined ? "" : ` b="${bold ? 1 : 0}"`} dirty="0"`;
  const fill = colour ? `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>` : "";
  const indent = bullet === undefined ? "" : bullet ? ' marL="171450" indent="-171450"' : ' marL="0" indent="0"';
  const mark = bullet === undefined ? "" : bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : "<a:buNone/>";
  const space = before === undefined ? "" : `<a:spcBef><a:spcPts val="${before * 100}"/></a:spcBef>`;
  const runs = text
    .split("\n")
    .map((row) =>
      partsOf(row, links)
        .map(({text: part, slide}) => {
          const id = slide === undefined ? undefined : linkTo(slide);
          const link = id
            ? `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump">${ownColour}</a:hlinkClick>`
            : "";
          return `<a:r><a:rPr ${look}>${fill}${link}</a:rPr><a:t>${escapeXml(part)}</a:t></a:r>`;
        })
        .join(""),
    )
    .join("<a:br/>");
  return `<a:p><a:pPr${align ? ` algn="${align}"` : ""}${indent}>${space}${mark}</a:pPr>${runs}</a:p>`;
};

/** A row cut at the texts that are links. */
const partsOf = (row: string, links: NonNullable<Paragraph["links"]>): {text: string; slide?: string}[] => {
  const parts: {text: string; slide?: string}[] = [];
  let rest = row;
  for (const {text, slide} of links) {
    const at = rest.indexOf(text);
    if (at < 0) continue;
    if (at > 0) parts.push({text: rest.slice(0, at)});
    parts.push({text, slide});
    rest = rest.slice(at + text.length);
  }
  return rest === "" ? parts : [...parts, {text: rest}];
};

const placeholderXml = ({type, idx}: Placeholder): string =>
  `<p:ph${type === "obj" ? "" : ` type="${type}"`}${idx === null ? "" : ` idx="${idx}"`}/>`;

/** A text: in a placeholder of the layout, or in a box of its own. */
export const textShape = (
  {id, name}: {id: number; name: string},
  {
    paragraphs,
    placeholder,
    box,
    anchor = "t",
    columns = 1,
    linkTo,
  }: {
    paragraphs: readonly Paragraph[];
    placeholder?: Placeholder;
    box?: Box;
    anchor?: "t" | "b" | "ctr";
    columns?: number;
    linkTo?: LinkTo;
  },
): string => {
  const content = paragraphs.length > 0 ? paragraphs.map((each) => paragraphXml(each, linkTo)).join("") : "<a:p/>";
  const isField = placeholder?.type === "sldNum";
  const number =
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US" dirty="0"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US" dirty="0"/></a:p>';
  const own = box
    ? `${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${placeholder ? "" : "<a:noFill/>"}`
    : "";
  const flow = columns > 1 ? ` numCol="${columns}" spcCol="365760"` : "";
  const body = placeholder
    ? `<a:bodyPr${flow}><a:normAutofit/></a:bodyPr>`
    : `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"${flow} rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr${placeholder ? '><a:spLocks noGrp="1"/></p:cNvSpPr>' : ' txBox="1"/>'}<p:nvPr>${placeholder ? placeholderXml(placeholder) : ""}</p:nvPr></p:nvSpPr><p:spPr>${own}</p:spPr><p:txBody>${body}<a:lstStyle/>${isField ? number : content}</p:txBody></p:sp>`;
};

/** A chart or table in its frame, with the text alternative. */
export const frameShape = (
  {id, name, description}: {id: number; name: string; description: string},
  {
    box,
    placeholder,
    uri,
    content,
  }: {box: Box; placeholder?: Placeholder | undefined; uri: "chart" | "table"; content: string},
): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${placeholder ? placeholderXml(placeholder) : ""}</p:nvPr></p:nvGraphicFramePr>${transform(box, {prefix: "p"})}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;

/** A picture that keeps its shape within the box. */
export const pictureShape = (
  {id, name, description}: {id: number; name: string; description: string},
  {relation, box}: {relation: string; box: Box},
): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(description)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;

export const shapeTree = (shapes: string): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree></p:cSld>`;
