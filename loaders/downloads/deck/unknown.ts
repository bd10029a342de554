import {unknownLines} from "../contents/unknown.js";
import {downloadWords} from "../contents/words.js";
import {bulletPages} from "./bullets.js";
import {type Place, type PlannedSlide, pageId} from "./planned.js";

/** What is missing of the month and what is not known yet: said before any finding. */
export const unknownSlides = (
  id: string,
  {input, language, section, source, subtitle}: Place & {subtitle: string},
): PlannedSlide[] => {
  const of = (each: typeof language) => unknownLines(input.figures[each]?.boards?.[id], each);
  const lines = of(language);
  return bulletPages(lines, {twin: of(language === "zh" ? "en" : "zh")}).map((body, page) => ({
    id: pageId(`${id}-unknown`, page),
    layout: "text",
    section,
    title: downloadWords[language].unknown,
    subtitle,
    body,
    source,
    notes: lines,
  }));
};
