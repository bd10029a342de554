import type {Figure} from "../figure.js";

/** Words that say which end of the drawn values a name stands at. */
const ends: readonly {readonly said: RegExp; readonly isMost: boolean}[] = [
  {said: /最多|最高|最大|\b(?<!at )(?:most|highest|largest)\b/i, isMost: true},
  {said: /最少|最低|最小|\b(?<!at )(?:fewest|lowest|smallest)\b/i, isMost: false},
];

/**
 * What a title says to be most or least and the chart draws otherwise: one of the names in it must stand at that end.
 * Only of charts of one series, whose values can be held against each other; what is unknown is no rival.
 * @example farFromEnd({...figure, title: "Price is rated lowest", form: "dots", categories: ["Price", "App"], category_kind: "text", series: [{id: "value", name: "Score", points: [{value: 4.1}, {value: 3.7}]}]}) // => ["Price"]
 */
export function farFromEnd({title, form, categories, category_kind, series, unknown = []}: Figure): string[] {
  const found = ends.filter(({said}) => said.test(title));
  const [end] = found;
  if (!end || found.length > 1 || form === "table" || category_kind !== "text" || series.length !== 1) return [];
  const drawn = categories.flatMap((name, at) => {
    const value = series[0]?.points[at]?.value;
    return value == null || unknown.includes(name) ? [] : [{name, value}];
  });
  const named = drawn.filter(({name}) => /\p{L}/u.test(name) && holds(title, name));
  if (named.length === 0) return [];
  const values = drawn.map(({value}) => value);
  const most = end.isMost ? Math.max(...values) : Math.min(...values);
  return named.some(({value}) => value === most) ? [] : named.map(({name}) => name);
}

/** A category is named as it is drawn, without what stands in brackets behind it. */
const holds = (title: string, name: string): boolean =>
  title.toLowerCase().includes(name.replace(/（.*）$| \(.*\)$/, "").toLowerCase());
