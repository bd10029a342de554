import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import type {ColumnProfile} from "../cells/profile.js";
import {scaleOf} from "../cells/scale.js";
import {conceptsOf, isConcept} from "../words/phrase.js";
import {knownValue, saysYes} from "../words/values.js";
import {columnOf, type ProposedColumn, type ProposedItem, type ProposedTable, type Shape, sureEnough} from "./shape.js";

/** What the best entity becomes: its second looks at key, dates and values. */
export function finishPrimary(
  {entity, columns, items}: {entity: EntityName; columns: readonly ProposedColumn[]; items: readonly ProposedItem[]},
  shape: Shape,
): ProposedTable {
  const {rows, name, profiles} = shape;
  const bare = {entity, items: [], constants: {}, notes: []};
  switch (entity) {
    case "tickets": {
      const made = onlyDate("created_at", companyBlamed(categoryFirst(columns, rows), shape), shape);
      const type = columnOf(made, "ticket_type")
        ? undefined
        : kindOf(`${name} ${profiles.map(({header}) => header).join(" ")}`);
      return {...bare, columns: made, ...folded("ticket_id", made, rows), constants: type ? {ticket_type: type} : {}};
    }
    case "returns":
      return {...bare, columns: returnedOrders(columns, rows)};
    case "calls":
      return {...bare, columns: onlyDate("called_at", columns, shape)};
    case "orders":
      return {...bare, columns: onlyDate("ordered_at", columns, shape)};
    case "customers":
      return {...bare, columns: statusAsChurn(columns), ...folded("customer_id", columns, rows)};
    case "surveys":
      return finishSurvey({columns, items}, shape);
    case "ticket_events":
      return {...bare, columns};
    default:
      return {...bare, columns};
  }
}

/** More than one row in fifty repeats a key: the rows are a log, and the last one of each is the record. */
function folded(
  key: string,
  columns: readonly ProposedColumn[],
  rows: number,
): Pick<ProposedTable, "fold" | "notes"> | undefined {
  const found = columnOf(columns, key);
  if (!found || found.profile.distinct >= 0.98 * found.profile.filled || found.profile.filled < 0.98 * rows)
    return undefined;
  const {header, distinct} = found.profile;
  return {
    fold: {by: key, take: "last"},
    notes: [
      {
        zh: `“${header}”有重复（${rows} 行，${distinct} 个不同的值）：取每个编号的最后一行`,
        en: `"${header}" repeats (${rows} rows, ${distinct} different values): the last row of each is taken`,
      },
    ],
  };
}

/** Where no header names the main date and the file has one date only, that is it. */
function onlyDate(main: string, columns: readonly ProposedColumn[], {profiles}: Shape): ProposedColumn[] {
  if (columnOf(columns, main)) return [...columns];
  const used = new Set(columns.filter(({confidence}) => confidence >= sureEnough).map(({profile}) => profile.header));
  const dated = profiles.filter(({dates, filled, header}) => dates >= 0.9 && filled > 0 && !used.has(header));
  const [only] = dated;
  if (dated.length !== 1 || !isOpen(only!.header)) return [...columns];
  return [...columns.filter(({column}) => column !== main), {column: main, profile: only!, confidence: 0.72}];
}

/** In a list of complaints without requesters, agents or accounts, the company is whom they are about. */
function companyBlamed(columns: readonly ProposedColumn[], {profiles, name}: Shape): ProposedColumn[] {
  const company = columns.find(({column, profile}) => column === "brand" && /company/i.test(profile.header));
  const isComplaints = /complain|consumer/i.test(`${name} ${profiles.map(({header}) => header).join(" ")}`);
  const hasDesk = columns.some(
    ({column, confidence}) => /^(handler|customer_id)$/.test(column) && confidence >= sureEnough,
  );
  if (!company || !isComplaints || hasDesk) return [...columns];
  return columns.map((each) => (each === company ? {...company, confidence: 0.8} : each));
}

/** A list of returned orders: each is known by its order. */
function returnedOrders(columns: readonly ProposedColumn[], rows: number): ProposedColumn[] {
  const order = columnOf(columns, "order_id");
  if (columnOf(columns, "return_id") || !order || order.profile.distinct < 0.98 * rows) return [...columns];
  return [{...order, column: "return_id"}, ...columns.filter(({column}) => column !== "return_id")];
}

/** A date whose header names no other moment than a beginning. */
const isOpen = (header: string): boolean =>
  !/updat|modif|birth|更新|修改|出生|生日/i.test(header) &&
  conceptsOf(header)
    .split("+")
    .every((concept) => ["when", "created", "ticket", "call", "start"].includes(concept) || !isConcept(concept));

/** A "title" or "type" of few different values sorts the tickets: it is their category where no other column is. */
function categoryFirst(columns: readonly ProposedColumn[], rows: number): ProposedColumn[] {
  if (columnOf(columns, "category")) return [...columns];
  const allowed = (columnsOf("tickets").ticket_type as {values: readonly string[]}).values;
  const isFew = ({distinct}: ColumnProfile) => rows >= 100 && distinct >= 2 && distinct <= Math.min(80, rows * 0.1);
  const type = columnOf(columns, "ticket_type");
  const title = columns.find(({column, profile}) => column === "title" && isFew(profile));
  if (title) return columns.map((each) => (each === title ? {...title, column: "category"} : each));
  if (!type) return [...columns];
  const strange = type.profile.values.filter((cell) => knownValue(cell, allowed) === undefined).length;
  // the kinds of request are also what they are about
  return strange > 0 ? [...columns, {...type, column: "category", confidence: 0.75}] : [...columns];
}

/** A status that says who left and who stayed is also whether they left, unless a date says when. */
function statusAsChurn(columns: readonly ProposedColumn[]): ProposedColumn[] {
  const status = columnOf(columns, "status");
  if (columnOf(columns, "is_churned") || columnOf(columns, "left_date") || !status) return [...columns];
  const told = status.profile.values.map((cell) => saysYes(cell, "is_churned"));
  if (!told.includes(true) || !told.includes(false) || told.includes(undefined)) return [...columns];
  const others = columns.filter(({column}) => column !== "is_churned");
  return [...others, {...status, column: "is_churned", confidence: 0.85}];
}

/** What all tickets of a file are, where its name and headers say so. */
function kindOf(text: string): string | undefined {
  if (/311|service.?request|\bSR\b|open.?data/i.test(text.replaceAll("_", " "))) return "request";
  if (/complain|grievance|投诉|留言|信访/i.test(text)) return "complaint";
  if (/incident/i.test(text)) return "incident";
  return undefined;
}

function finishSurvey(
  {columns, items}: {columns: readonly ProposedColumn[]; items: readonly ProposedItem[]},
  {profiles, rows}: Shape,
): ProposedTable {
  const score = columnOf(columns, "score");
  const item = columnOf(columns, "item");
  const isWide = items.length > 1 || (items.length === 1 && !score);
  const itemHeaders = new Set(items.map(({profile}) => profile.header));
  const wide = isWide && !item;
  const kept = columns.filter(
    ({column, profile}) =>
      !(wide && (["score", "item", "question"].includes(column) || itemHeaders.has(profile.header))),
  );
  const isReviews = profiles.some(({header}) => /review|评论|点评/i.test(header));
  // who is surveyed by an airline rates that airline; reviews rate many
  const rated = kept.map((each) =>
    each.column === "brand" && wide && !isReviews && !kept.some(({column}) => column === "product")
      ? {...each, column: "product"}
      : each,
  );
  const made = withResponse(rated, rows);
  const constants: Record<string, string> =
    !wide && score
      ? {
          question: /nps/i.test(score.profile.header) && (score.profile.range?.[1] ?? 0) > 5 ? "nps" : "csat",
          ...scaleConstants(score.profile),
        }
      : {};
  return {entity: "surveys", columns: made, items: wide ? items : [], constants, notes: []};
}

/** One to three: whether one is the best or the worst, the cells do not say. */
export const isUnclear = (profile: ColumnProfile): boolean => {
  const scale = scaleOf(profile);
  return scale !== undefined && Object.keys(scale.values).length === 0 && scale.high > 1 && scale.high <= 3;
};

/** The scale of one column of scores, as constants. */
export function scaleConstants(profile: ColumnProfile): Record<string, string> {
  const scale = scaleOf(profile);
  if (!scale) {
    const high = profile.range?.[1];
    return high === undefined || high > 10 ? {} : {scale_min: "1", scale_max: high <= 5 ? "5" : "10"};
  }
  const inWords = Object.keys(scale.values).length > 0;
  const [low, high] = inWords
    ? [scale.low, scale.high]
    : scale.high <= 1
      ? [0, 1]
      : scale.high <= 3
        ? [1, 3]
        : scale.high <= 5
          ? [1, 5]
          : scale.high <= 7
            ? [1, 7]
            : [scale.low === 0 ? 0 : 1, 10];
  return {scale_min: String(low), scale_max: String(high)};
}

/** One answer a person: the person's number is the answer's as well. */
function withResponse(columns: readonly ProposedColumn[], rows: number): ProposedColumn[] {
  if (columnOf(columns, "response_id")) return [...columns];
  const customer = columnOf(columns, "customer_id");
  if (!customer || customer.profile.distinct < 0.98 * rows) return [...columns];
  return [{...customer, column: "response_id"}, ...columns.filter(({column}) => column !== "response_id")];
}
