import type {Box} from "./shapes.js";

/** Kinds of slides, each a layout of its own. */
export type LayoutKey = "title" | "month" | "message" | "rows" | "finding" | "text" | "table";
/** Names of the placeholders that a layout may have; a company's template is read by these names too. */
export type PlaceholderName =
  | "Title"
  | "Subtitle"
  | "Section"
  | "Chart"
  | "Takeaways"
  | "Text"
  | "Table"
  | "Picture"
  | "Agenda"
  | "Source"
  | "Number";

export interface LayoutSlot {
  readonly name: PlaceholderName;
  readonly type: string;
  readonly idx: number | null;
  readonly box: Box;
  /** Points. */
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly anchor?: "t" | "b" | "ctr";
  readonly align?: "l" | "r";
}

export const slideSize = {w: 13.333, h: 7.5};
const left = 0.6;
const full = slideSize.w - 2 * left;
const head: readonly LayoutSlot[] = [
  {
    name: "Section",
    type: "body",
    idx: 15,
    box: {x: left, y: 0.3, w: 9, h: 0.28},
    size: 11,
    colour: "accent2",
    bold: true,
    anchor: "ctr",
  },
  {
    name: "Title",
    type: "title",
    idx: null,
    box: {x: left, y: 0.56, w: full, h: 0.92},
    size: 26,
    colour: "tx2",
    bold: true,
    anchor: "ctr",
  },
  {
    name: "Subtitle",
    type: "body",
    idx: 10,
    box: {x: left, y: 1.48, w: full, h: 0.36},
    size: 14,
    colour: "muted",
    anchor: "ctr",
  },
];
const foot: readonly LayoutSlot[] = [
  {
    name: "Source",
    type: "body",
    idx: 13,
    box: {x: left, y: 6.93, w: 11.2, h: 0.34},
    size: 9,
    colour: "muted",
    anchor: "ctr",
  },
  {
    name: "Number",
    type: "sldNum",
    idx: 14,
    box: {x: 12, y: 6.93, w: 0.733, h: 0.34},
    size: 9,
    colour: "muted",
    anchor: "ctr",
    align: "r",
  },
];

/** Smallest text of the slides that are read from the back of the room. */
const far = 14;
const farHead: LayoutSlot = {
  name: "Title",
  type: "title",
  idx: null,
  box: {x: left, y: 0.4, w: full, h: 1.05},
  size: 30,
  colour: "tx2",
  bold: true,
  anchor: "ctr",
};
const farFoot: readonly LayoutSlot[] = [
  {
    name: "Source",
    type: "body",
    idx: 13,
    box: {x: left, y: 6.86, w: 11.2, h: 0.36},
    size: far,
    colour: "muted",
    anchor: "ctr",
  },
  {
    name: "Number",
    type: "sldNum",
    idx: 14,
    box: {x: 12, y: 6.86, w: 0.733, h: 0.36},
    size: far,
    colour: "muted",
    anchor: "ctr",
    align: "r",
  },
];

/** Where everything stands, in inches. */
export const layouts: Readonly<Record<LayoutKey, {readonly name: string; readonly slots: readonly LayoutSlot[]}>> = {
  title: {
    name: "Title",
    slots: [
      {
        name: "Title",
        type: "ctrTitle",
        idx: null,
        box: {x: 1, y: 0.7, w: 11, h: 1.3},
        size: 40,
        colour: "bg1",
        bold: true,
        anchor: "b",
      },
      {name: "Subtitle", type: "subTitle", idx: 1, box: {x: 1, y: 2.3, w: 11, h: 4.8}, size: 18, colour: "bg1"},
    ],
  },
  month: {
    name: "Month",
    slots: [
      {...farHead, box: {x: left, y: 0.3, w: full, h: 0.9}},
      {name: "Picture", type: "pic", idx: 11, box: {x: left, y: 1.4, w: full, h: 3.35}, size: far},
      {name: "Text", type: "body", idx: 12, box: {x: left, y: 4.85, w: full, h: 1.5}, size: 18, anchor: "ctr"},
      {name: "Agenda", type: "body", idx: 16, box: {x: left, y: 6.42, w: full, h: 0.36}, size: far, anchor: "ctr"},
      ...farFoot,
    ],
  },
  message: {
    name: "Message",
    slots: [
      farHead,
      {name: "Chart", type: "chart", idx: 11, box: {x: left, y: 1.65, w: 7.9, h: 5.05}, size: far},
      {name: "Takeaways", type: "body", idx: 12, box: {x: 8.95, y: 1.85, w: 3.783, h: 4.6}, size: 22, anchor: "ctr"},
      ...farFoot,
    ],
  },
  rows: {
    name: "Rows",
    slots: [
      farHead,
      {name: "Table", type: "tbl", idx: 11, box: {x: left, y: 1.65, w: full, h: 5.05}, size: 18},
      ...farFoot,
    ],
  },
  finding: {
    name: "Finding",
    slots: [
      ...head,
      {name: "Chart", type: "chart", idx: 11, box: {x: left, y: 2, w: 8.5, h: 4.8}, size: 14},
      {name: "Takeaways", type: "body", idx: 12, box: {x: 9.4, y: 2.1, w: 3.333, h: 4.6}, size: 13},
      ...foot,
    ],
  },
  text: {
    name: "Text",
    slots: [...head, {name: "Text", type: "body", idx: 11, box: {x: left, y: 2.1, w: full, h: 4.6}, size: 18}, ...foot],
  },
  table: {
    name: "Table",
    slots: [
      ...head,
      {name: "Table", type: "tbl", idx: 11, box: {x: left, y: 2.05, w: full, h: 4.7}, size: 12},
      ...foot,
    ],
  },
};
