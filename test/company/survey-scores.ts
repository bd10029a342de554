import type {Draw} from "./draw.js";
import type {Customer, Survey} from "./records.js";

// How strongly each attribute follows the overall mark: speed and quality decide, price hardly.
const pull: Readonly<Record<string, number>> = {
  price: 0.25,
  quality: 0.7,
  speed: 0.95,
  attitude: 0.55,
  install: 0.45,
  app: 0.2,
};

/** One answer sheet. The first questionnaire had no question on effort and none on the app. */
export function scoresFor(
  draw: Draw,
  {
    isSatisfied,
    isPerfect,
    version,
    isVisit,
  }: {isSatisfied: boolean; isPerfect: boolean; version: Survey["version"]; isVisit: boolean},
): Record<string, number> {
  const overall = isPerfect
    ? 5
    : isSatisfied
      ? draw.weighted([
          [5, 56],
          [4, 44],
        ])
      : draw.weighted([
          [3, 46],
          [2, 30],
          [1, 24],
        ]);
  const within = (low: number, high: number, value: number) => Math.min(high, Math.max(low, Math.round(value)));
  const scores: Record<string, number> = {overall};
  scores.recommend = isPerfect ? 10 : within(0, 10, [0, 1.5, 3.2, 5.6, 7.9, 9.3][overall]! + draw.normal(0, 1));
  if (version === "v2")
    scores.effort = isPerfect ? 7 : within(1, 7, [0, 1.8, 2.9, 4.1, 5.4, 6.3][overall]! + draw.normal(0, 0.8));
  for (const [item, weight] of Object.entries(pull)) {
    if (item === "install" && !isVisit && !draw.chance(0.3)) continue; // not applicable
    if (item === "app" && version === "v1") continue;
    const level = item === "price" ? 3.5 : 4;
    scores[item] = isPerfect ? 5 : within(1, 5, level + weight * (overall - 4) + draw.normal(0.1, 0.75));
  }
  return scores;
}

const praise = ["很快就解决了", "师傅专业", "客服耐心", "挺好的，继续保持", "下次还买"];
const middling = ["一般般", "处理得有点慢", "希望能主动告知进度"];
const blame = ["等太久了，没人管", "问题还在，白跑一趟", "推来推去，不会再买", "承诺的时间没兑现", "说了三遍都没记录"];

export function surveyText(
  draw: Draw,
  {score, customer, isPerfect}: {score: number; customer: Customer; isPerfect: boolean},
): string {
  if (isPerfect || !draw.chance(score <= 2 ? 0.7 : score === 3 ? 0.4 : 0.15)) return "";
  const text = draw.pick(score <= 2 ? blame : score === 3 ? middling : praise);
  return draw.chance(0.03) ? `${text}，电话${customer.phone}` : text;
}
