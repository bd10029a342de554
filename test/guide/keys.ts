import {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";

/** A key that an analyst may write, as the guide lists it. */
export interface Key {
  /** "levels[].code" */
  readonly name: string;
  readonly type: Bilingual;
  readonly isNeeded: boolean;
  /** As YAML writes it; undefined where left out means nothing. */
  readonly fallback: string | undefined;
  readonly meaning: Bilingual | undefined;
}

/** A schema as JSON Schema, with what `.meta()` adds. */
interface Json {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly items?: Json | boolean;
  readonly prefixItems?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json | boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly kind?: Bilingual;
  readonly zh?: string;
  readonly en?: string;
}

/** What is written in YAML, before it is checked and completed. */
export const jsonOf = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {io: "input", unrepresentable: "any"}) as unknown as Json;

export const meaningIn = ({zh, en}: Json): Bilingual | undefined => (zh && en ? {zh, en} : undefined);

/** Every key of an object and of the objects in it, in order; what `apart` names is listed elsewhere. */
export function keysOf(json: Json, {apart = [], above = ""}: {apart?: readonly string[]; above?: string} = {}): Key[] {
  return Object.entries(json.properties ?? {}).flatMap(([own, value]) => {
    const name = `${above}${own}`;
    const inner = apart.includes(name) || value.kind ? undefined : objectIn(value);
    const below = inner ? keysOf(inner, {apart, above: `${name}${value.type === "array" ? "[]" : ""}.`}) : [];
    const key: Key = {
      name,
      type: typeOf(value),
      isNeeded: json.required?.includes(own) ?? false,
      fallback: fallbackOf(value.default),
      meaning: meaningIn(value),
    };
    return [key, ...below];
  });
}

const objectIn = ({properties, items, ...rest}: Json): Json | undefined =>
  properties ? {properties, ...rest} : typeof items === "object" && items.properties ? items : undefined;

function fallbackOf(value: unknown): string | undefined {
  if (value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0))
    return undefined;
  return Array.isArray(value) ? `[${value.join(", ")}]` : value === " " ? '" "' : String(value);
}

const words: Readonly<Record<string, Bilingual>> = {
  string: {zh: "文字", en: "text"},
  number: {zh: "数字", en: "number"},
  integer: {zh: "整数", en: "whole number"},
  boolean: {zh: "true / false", en: "true / false"},
  object: {zh: "一组 名称: 值", en: "name: value, several"},
};

function typeOf(json: Json): Bilingual {
  if (json.kind) return json.kind;
  if (json.enum) {
    const values = json.enum.map((value) => `\`${value}\``).join(" · ");
    return {zh: values, en: values};
  }
  if (json.anyOf) return eitherOf(json.anyOf);
  if (json.prefixItems) {
    const parts = json.prefixItems.map(typeOf);
    return {zh: `[${parts.map(({zh}) => zh).join("，")}]`, en: `[${parts.map(({en}) => en).join(", ")}]`};
  }
  if (json.type === "array") {
    const item =
      typeof json.items === "object" && !json.items.properties ? typeOf(json.items) : {zh: "一组键", en: "keys"};
    return {zh: `列表：${item.zh}`, en: `list: ${item.en}`};
  }
  const kinds = [json.type ?? []].flat().filter((type) => type !== "boolean" || json.type === type);
  const said = kinds.map((type) => words[type] ?? {zh: type, en: type});
  const range = rangeOf(json);
  return {zh: said.map(({zh}) => zh).join(" / ") + range, en: said.map(({en}) => en).join(" / ") + range};
}

/** "X or a list of X" is said as it is written. */
function eitherOf(ways: readonly Json[]): Bilingual {
  const list = ways.find(({type}) => type === "array");
  const single = ways.filter((way) => way !== list).map(typeOf);
  const texts = [...new Map(single.map((each) => [each.en, each])).values()];
  const more = list ? [{zh: "或列表", en: "or a list"}] : [];
  return {
    zh: [texts.map(({zh}) => zh).join(" / "), ...more.map(({zh}) => zh)].join("，"),
    en: [texts.map(({en}) => en).join(" / "), ...more.map(({en}) => en)].join(", "),
  };
}

function rangeOf({minimum, exclusiveMinimum, maximum}: Json): string {
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum !== undefined && minimum > -1e15 && most !== undefined) return ` ${minimum} … ${most}`;
  if (exclusiveMinimum !== undefined) return ` > ${exclusiveMinimum}`;
  return minimum !== undefined && minimum > -1e15 ? ` ≥ ${minimum}` : "";
}
