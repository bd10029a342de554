import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {all, parse} from "../open-office.js";

/** What a person did to a deck in an office program, written straight into its XML. */

export type Files = Record<string, Uint8Array>;

const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const relationsPath = (part: string): string => part.replace(/([^/]+)$/, "_rels/$1.rels");
export const text = (files: Files, path: string): string => strFromU8(files[path] ?? new Uint8Array());
export const rewrite = (files: Files, path: string, change: (xml: string) => string): void => {
  const before = text(files, path);
  const after = change(before);
  if (after === before) throw new Error(`the edit of ${path} changes nothing`);
  files[path] = strToU8(after);
};

/** Slides in the order of the deck. */
export const slidePaths = (files: Files): string[] => {
  const targets = new Map(
    all(parse(text(files, "ppt/_rels/presentation.xml.rels")), "Relationship").map((relation) => [
      relation.getAttribute("Id"),
      `ppt/${relation.getAttribute("Target")}`,
    ]),
  );
  return all(parse(text(files, "ppt/presentation.xml")), "p:sldId").map(
    (slide) => targets.get(slide.getAttribute("r:id")) ?? "",
  );
};

/** The first slide that has a shape of this name. */
export const slideWith = (files: Files, name: string): string =>
  slidePaths(files).find((path) => text(files, path).includes(`name="${name}"`)) ?? "";

/** The part that a part points at, by a piece of its path. */
export const target = (files: Files, part: string, kind: string): string => {
  const found = new RegExp(`Target="[^"]*?(${kind}/[^"]+)"`).exec(text(files, relationsPath(part)))?.[1];
  return found ? `ppt/${found}` : "";
};
export const chartOf = (files: Files, id: string): string => target(files, slideWith(files, `${id} chart`), "charts");

export const addRelation = (
  files: Files,
  part: string,
  {id, type, to, external = false}: {id: string; type: string; to: string; external?: boolean},
): void => {
  const path = relationsPath(part);
  if (!files[path]) files[path] = strToU8(`<Relationships xmlns="${relationships}"></Relationships>`);
  const mode = external ? ' TargetMode="External"' : "";
  const full = type.startsWith("http") ? type : `${office}/${type}`;
  rewrite(files, path, (xml) =>
    xml.replace("</Relationships>", `<Relationship Id="${id}" Type="${full}" Target="${to}"${mode}/></Relationships>`),
  );
};

export const addPart = (files: Files, path: string, {content, type}: {content: string; type: string}): void => {
  files[path] = strToU8(content);
  rewrite(files, "[Content_Types].xml", (xml) =>
    xml.replace("</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
};

/** A slide of the person's own, or a copy of one of ours, at the end of the deck. */
export const addSlide = (
  files: Files,
  {number, content, relations}: {number: number; content: string; relations: string},
): void => {
  const path = `ppt/slides/slide${number}.xml`;
  addPart(files, path, {
    content,
    type: "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
  });
  files[relationsPath(path)] = strToU8(relations);
  addRelation(files, "ppt/presentation.xml", {id: `rIdOwn${number}`, type: "slide", to: `slides/slide${number}.xml`});
  rewrite(files, "ppt/presentation.xml", (xml) =>
    xml
      .replace("</p:sldIdLst>", `<p:sldId id="${number}" r:id="rIdOwn${number}"/></p:sldIdLst>`)
      .replace(/<\/p14:sldIdLst><\/p14:section><\/p14:sectionLst>/, `<p14:sldId id="${number}"/>$&`),
  );
};

const author = "{11111111-2222-4333-8444-555555555555}";
const modern = "http://schemas.microsoft.com/office/powerpoint/2018/8/main";

/** A comment as PowerPoint wrote it until 2021, and LibreOffice still does. */
export const addLegacyComment = (files: Files, slide: string): void => {
  const namespace = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  addPart(files, "ppt/commentAuthors.xml", {
    content: `<p:cmAuthorLst ${namespace}><p:cmAuthor id="0" name="A" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
    type: "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml",
  });
  addRelation(files, "ppt/presentation.xml", {id: "rIdAuthors", type: "commentAuthors", to: "commentAuthors.xml"});
  addPart(files, "ppt/comments/comment1.xml", {
    content: `<p:cmLst ${namespace}><p:cm authorId="0" dt="2026-11-02T09:00:00.000" idx="1"><p:pos x="10" y="10"/><p:text>旧式批注：请核对</p:text></p:cm></p:cmLst>`,
    type: "application/vnd.openxmlformats-officedocument.presentationml.comments+xml",
  });
  addRelation(files, slide, {id: "rIdComment", type: "comments", to: "../comments/comment1.xml"});
};

/** A thread of comments as PowerPoint writes it today, with a reply, tied to a shape of the slide. */
export const addThread = (files: Files, slide: string): void => {
  addPart(files, "ppt/authors.xml", {
    content: `<p188:authorLst xmlns:p188="${modern}"><p188:author id="${author}" name="A" initials="A" userId="a" providerId="None"/></p188:authorLst>`,
    type: "application/vnd.ms-powerpoint.authors+xml",
  });
  addRelation(files, "ppt/presentation.xml", {
    id: "rIdModernAuthors",
    type: "http://schemas.microsoft.com/office/2018/10/relationships/authors",
    to: "authors.xml",
  });
  const body = (words: string): string =>
    `<p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>${words}</a:t></a:r></a:p></p188:txBody>`;
  addPart(files, "ppt/comments/modernComment_104_0.xml", {
    content: `<p188:cmLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}" xmlns:p188="${modern}"><p188:cm id="{22222222-2222-4333-8444-555555555555}" authorId="${author}" created="2026-11-02T09:00:00.000"><pc:sldMkLst xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:docMk/><pc:sldMk cId="0" sldId="260"/></pc:sldMkLst><p188:replyLst><p188:reply id="{33333333-2222-4333-8444-555555555555}" authorId="${author}" created="2026-11-02T10:00:00.000">${body("回复：已核对")}</p188:reply></p188:replyLst>${body("新式批注：数字对吗？")}</p188:cm></p188:cmLst>`,
    type: "application/vnd.ms-powerpoint.comments+xml",
  });
  addRelation(files, slide, {
    id: "rIdThread",
    type: "http://schemas.microsoft.com/office/2018/10/relationships/comments",
    to: "../comments/modernComment_104_0.xml",
  });
};

/** Lets a shape of the slide appear on a click. */
export const animate = (files: Files, slide: string, shape: string): void => {
  const id = /id="(\d+)"/.exec(
    new RegExp(`<p:cNvPr [^>]*name="${shape}"[^>]*>`).exec(text(files, slide))?.[0] ?? "",
  )?.[1];
  const step = (number: number, inside: string, about: string): string =>
    `<p:par><p:cTn id="${number}" ${about}><p:stCondLst><p:cond delay="${number === 3 ? "indefinite" : "0"}"/></p:stCondLst><p:childTnLst>${inside}</p:childTnLst></p:cTn></p:par>`;
  const appear = `<p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="${id}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>`;
  const click = step(
    3,
    step(
      4,
      step(5, appear, 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect"'),
      'fill="hold"',
    ),
    'fill="hold"',
  );
  const timing = `<p:transition spd="slow"><p:fade/></p:transition><p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>${click}</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`;
  rewrite(files, slide, (xml) => xml.replace("</p:sld>", `${timing}</p:sld>`));
};

export const edited = (bytes: Uint8Array, change: (files: Files) => void): Uint8Array => {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
};
