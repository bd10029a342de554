import type {ColumnProfile} from "../cells/profile.js";
import {type Scale, scaleOf} from "../cells/scale.js";
import {foldWord} from "../words/phrase.js";
import type {ProposedItem} from "./shape.js";

const satisfaction =
  /satisf|满意|csat|happy with|how (?:would you )?rate|rate (?:the|our|your|how|each|following)|rating|评价|打分|experience with us/i;
const overall = /overall|in general|总体|整体|综合|总的|(?:^|[^a-z])all$|total satisfaction|满意度$/i;
const recommend = /recommend|推荐|(?:^|[^a-z])nps(?:[^a-z]|$)|refer (?:us|a friend)/i;
const effort = /effort|how easy|ease of|省心|费力|轻松|(?:^|[^a-z])ces(?:[^a-z]|$)|made it easy/i;
const asked = /[?？]$|^q\d+|^\d+[、.．]|您|请问|how |were you|do you|did we/i;
const notAsked =
  /churn|credit|risk|health|tenure|priority|count|number|num|次数|数量|^id$|age|year|month|day|hour|level|等级|星级标识|费|金额/i;

/**
 * The columns of answers of a wide survey file: questions about satisfaction, recommendation and effort by their words,
 * and batteries of at least three neighbours on one scale.
 * @param texts what a second header line says of a column, by header
 * @param score the column that is the score by its name: the question about the whole, if no other says so
 */
export function itemsOf(
  profiles: readonly ColumnProfile[],
  {
    taken,
    texts = new Map(),
    score,
  }: {taken: ReadonlySet<string>; texts?: ReadonlyMap<string, string>; score?: ColumnProfile | undefined},
): ProposedItem[] {
  const scales = new Map<ColumnProfile, Scale>();
  for (const profile of profiles) {
    const scale = taken.has(profile.header) || profile.filled === 0 ? undefined : scaleOf(profile);
    if (scale && scale.high >= 1) scales.set(profile, scale);
  }
  const textOf = ({header}: ColumnProfile) => texts.get(header) ?? header;
  const named = [...scales.keys()].filter(
    (profile) => profile === score || isQuestion(textOf(profile), scales.get(profile)!),
  );
  const batteries = batteriesOf(profiles, scales).filter(
    (battery) =>
      battery.length >= 3 && battery.filter((profile) => notAsked.test(textOf(profile))).length * 3 < battery.length,
  );
  const groupOf = new Map(
    [...stemsOf(named), ...batteries].flatMap((battery) => battery.map((profile) => [profile, battery] as const)),
  );
  const chosen = profiles.filter((profile) => named.includes(profile) || groupOf.has(profile));
  const codes = new Set<string>();
  const general = mostGeneral(chosen, {textOf, score});
  const isCoded = (text: string, battery: readonly ColumnProfile[]) =>
    isCode(text) || battery.filter((each) => isCode(textOf(each))).length * 2 > battery.length;
  return chosen.map((profile) => {
    const text = textOf(profile);
    const battery = groupOf.get(profile) ?? [profile];
    const scale = scales.get(profile)!;
    const question = questionOf(text, {scale, profiles, profile, isGeneral: profile === general});
    const code = uniqueCode(
      codeOf(profile, {text, question, isGeneral: profile === general, place: chosen.indexOf(profile)}),
      codes,
    );
    const points = pointsOf(scale, {question, battery: battery.map((each) => scales.get(each)!)});
    // what Q7ART asks, and whether 1 … 5 are points at all, its header does not say
    return {
      code,
      profile,
      question,
      text,
      ...points,
      isSure: points.isSure && (question === "nps" || !isCoded(text, battery)),
    };
  });
}

const isCode = (text: string): boolean => /^q[_\d]/i.test(text.trim()) && !/\s/.test(text.trim());

function isQuestion(text: string, scale: Scale): boolean {
  const isWide = scale.high >= 3 || Object.keys(scale.values).length > 1;
  if (recommend.test(text)) return scale.high >= 7;
  if (notAsked.test(text) && !asked.test(text)) return false;
  return (
    isWide &&
    (satisfaction.test(text) ||
      effort.test(text) ||
      (isCode(text) && /^q_?[a-z\d]{1,3}(_\d+)?$/i.test(text) && scale.distinct >= 3 && scale.high >= 5))
  );
}

/** The lines of one matrix question: "Please rate … / Speed", "Please rate … / Price". */
function stemsOf(profiles: readonly ColumnProfile[]): ColumnProfile[][] {
  const stem = ({header}: ColumnProfile) => header.split(" / ").slice(0, -1).join(" / ");
  const stems = new Map<string, ColumnProfile[]>();
  for (const profile of profiles)
    if (stem(profile) !== "") stems.set(stem(profile), [...(stems.get(stem(profile)) ?? []), profile]);
  return [...stems.values()].filter((group) => group.length > 1);
}

/** Neighbouring columns with the same greatest answer, each with several different answers. */
function batteriesOf(profiles: readonly ColumnProfile[], scales: ReadonlyMap<ColumnProfile, Scale>): ColumnProfile[][] {
  const made: ColumnProfile[][] = [];
  let last: ColumnProfile | undefined;
  for (const profile of profiles) {
    const scale = scales.get(profile);
    const isOne = scale && scale.high >= 4 && scale.distinct >= 3;
    if (!isOne) {
      last = undefined;
      continue;
    }
    if (last && scales.get(last)!.high === scale.high) made.at(-1)!.push(profile);
    else made.push([profile]);
    last = profile;
  }
  return made;
}

/** The question about the whole: the one named so, else the only one about satisfaction. */
function mostGeneral(
  chosen: readonly ColumnProfile[],
  {textOf, score}: {textOf: (profile: ColumnProfile) => string; score: ColumnProfile | undefined},
): ColumnProfile | undefined {
  const others = chosen.filter((profile) => !recommend.test(textOf(profile)) && !effort.test(textOf(profile)));
  const whole = others.filter((profile) =>
    overall.test(
      textOf(profile)
        .replace(/[（(].*?[)）]|[?？]/g, "")
        .trim(),
    ),
  );
  const satisfied = others.filter((profile) => satisfaction.test(textOf(profile)));
  return (
    whole.find((profile) => satisfied.includes(profile)) ??
    whole.find((profile) => profile === score) ??
    (score && others.includes(score) ? score : undefined) ??
    whole[0] ??
    (satisfied.length === 1 ? satisfied[0] : undefined) ??
    (others.length === 1 ? others[0] : undefined)
  );
}

function questionOf(
  text: string,
  {
    scale,
    profiles,
    profile,
    isGeneral,
  }: {scale: Scale; profiles: readonly ColumnProfile[]; profile: ColumnProfile; isGeneral: boolean},
): ProposedItem["question"] {
  // Qualtrics writes the group of a recommendation question beside it
  const group = foldWord(`${profile.header}_NPS_GROUP`);
  if ((recommend.test(text) && scale.high >= 7) || profiles.some(({header}) => foldWord(header) === group))
    return "nps";
  if (effort.test(text) && !satisfaction.test(text)) return "ces";
  return isGeneral ? "csat" : "rating";
}

function pointsOf(
  scale: Scale,
  {question, battery}: {question: ProposedItem["question"]; battery: readonly Scale[]},
): Pick<ProposedItem, "scale" | "na" | "values" | "unknown" | "isSure"> {
  const {values, unknown} = scale;
  const inWords = Object.keys(values).length > 0 && scale.distinct === Object.keys(values).length;
  if (inWords) return {scale: [scale.low, scale.high], na: scale.na, values, unknown, isSure: true};
  const [low, high] = [Math.min(...battery.map((each) => each.low)), Math.max(...battery.map((each) => each.high))];
  const made = (from: number, to: number, isSure = true, na = scale.na) => ({
    scale: [from, to] as const,
    na,
    values,
    unknown,
    isSure,
  });
  if (question === "nps") return made(0, 10);
  if (high <= 5) return made(1, 5, high >= 4, low === 0 && scale.low === 0 ? [...scale.na, "0"] : scale.na);
  if (high === 7) return made(1, 7, low >= 1);
  if (high > 7) return made(low === 0 ? 0 : 1, 10, low <= 1);
  return made(Math.max(1, low), high, false); // 6: a code beside five points, or a sixth point
}

const aspects: readonly (readonly [RegExp, string])[] = [
  [/态度/, "attitude"],
  [/价格|资费|费用|性价比/, "price"],
  [/速度|时效|及时|快慢|效率/, "speed"],
  [/专业|能力|水平/, "expertise"],
  [/质量/, "quality"],
  [/解决/, "solution"],
  [/配送|物流|送货/, "delivery"],
  [/安装/, "install"],
  [/售后/, "after_sales"],
  [/设施/, "facilities"],
  [/卫生|清洁|整洁/, "cleanliness"],
  [/位置|交通/, "location"],
  [/餐|口味|食/, "food"],
  [/服务/, "service"],
  [/包装/, "packaging"],
  [/环境/, "environment"],
  [/覆盖|信号/, "coverage"],
  [/清晰/, "clarity"],
  [/稳定/, "stability"],
  [/流程|手续/, "process"],
  [/沟通/, "communication"],
  [/等待|等候/, "waiting"],
  [/应用|app/i, "app"],
  [/续约|续费|再次购买|复购/, "repurchase"],
];

function codeOf(
  {header}: ColumnProfile,
  {text, question, isGeneral, place}: {text: string; question: string; isGeneral: boolean; place: number},
): string {
  if (isGeneral) return "overall";
  if (question === "nps") return "recommend";
  if (question === "ces") return "effort";
  const aspect = aspects.find(([pattern]) => pattern.test(text))?.[1];
  const slug = slugOf(header.split(" / ").at(-1)!);
  return aspect ?? (slug.length >= 2 && slug.length <= 40 ? slug : `q${place + 1}`);
}

/** A text as a plain code: "Inflight wifi service" → inflight_wifi_service. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "_")
    .replace(/^(?:\d|_)+|_+$/g, "");

function uniqueCode(code: string, codes: Set<string>): string {
  let unique = code;
  for (let count = 2; codes.has(unique); count++) unique = `${code}_${count}`;
  codes.add(unique);
  return unique;
}
