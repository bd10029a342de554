import {day, type Moment, moment} from "./calendar.js";
import {brands, regions} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {BrandRating, Customer} from "./records.js";

const attributes = ["price", "quality", "speed", "attitude", "install", "app"] as const;
const waves: readonly {code: string; start: Moment; ours: number; rivals: number}[] = [
  {code: "2025-H1", start: moment("2025-03-10"), ours: 0, rivals: 0},
  {code: "2025-H2", start: moment("2025-09-08"), ours: 0.1, rivals: 0.22},
  {code: "2026-H1", start: moment("2026-03-09"), ours: 0.2, rivals: 0.42},
  {code: "2026-H2", start: moment("2026-09-07"), ours: 0.3, rivals: 0.6},
];

/** Means on 1–5 in the first wave: the main rival is cheaper, our service is better, the rest is even. */
const means: Readonly<Record<string, Readonly<Record<(typeof attributes)[number], number>>>> = {
  YS: {price: 3.2, quality: 4.0, speed: 4.0, attitude: 4.05, install: 3.85, app: 3.6},
  RA: {price: 4.05, quality: 4.0, speed: 3.1, attitude: 3.2, install: 3.85, app: 3.6},
  RB: {price: 3.25, quality: 3.9, speed: 3.6, attitude: 3.7, install: 3.75, app: 3.5},
  RC: {price: 2.9, quality: 4.1, speed: 3.5, attitude: 3.6, install: 3.7, app: 3.7},
  RD: {price: 4.1, quality: 3.2, speed: 3.1, attitude: 3.2, install: 3.3, app: 3.0},
};
// Service gets better everywhere, and faster at the rivals: we rise while our lead shrinks.
const moving: readonly string[] = ["speed", "attitude"];

/** Half-yearly ratings of us and of rivals: by our customers (both), and by people who know only a rival. */
export function makeBrandStudy(customers: readonly Customer[]): BrandRating[] {
  const draw = drawFor("brand study");
  return waves.flatMap((wave) => {
    const active = customers.filter((customer) => isActiveAt(customer, wave.start));
    const ours = draw.shuffled(active).slice(0, 120);
    const raters = [...ours, ...Array.from({length: 70}, () => undefined)];
    return raters.flatMap((customer, index) => {
      const responseId = `PP${wave.code.replace("-H", "")}${String(index + 1).padStart(3, "0")}`;
      return ratings(draw, {wave, customer, responseId});
    });
  });
}

function ratings(
  draw: Draw,
  {wave, customer, responseId}: {wave: (typeof waves)[number]; customer: Customer | undefined; responseId: string},
): BrandRating[] {
  const rival = () =>
    draw.weighted([
      ["RA", 50],
      ["RB", 26],
      ["RC", 20],
      ["RD", 16],
    ] as const);
  const first = rival();
  const rated = customer ? ["YS", ...(draw.chance(0.7) ? [first] : [])] : [first];
  const other = rival();
  if (rated.includes(first) && other !== first && draw.chance(0.35)) rated.push(other);
  const taste = draw.normal(0, 0.4); // generous or strict: what pairing takes out
  const answeredAt = wave.start + draw.int(0, 13) * day + draw.int(32_400, 79_200);
  const region = customer?.region ?? draw.weighted(regions.map((one) => [one.code, one.weight] as const));
  const weight = customer ? (customer.isFirm ? 0.8 : 1.1) : 1;
  const spend = customer ? Math.round((customer.revenue || 600) / (0.45 + draw.unit() * 0.5)) : 0;
  return rated.flatMap((code) => {
    const brand = brands.find((one) => one.code === code)!;
    const brandPrice = Math.round((brand.price * (0.95 + draw.unit() * 0.1)) / 10) * 10;
    return attributes.map((item) => {
      const shift = moving.includes(item) ? (code === "YS" ? wave.ours : wave.rivals) : 0;
      const score = Math.min(5, Math.max(1, Math.round(means[code]![item] + shift + taste + draw.normal(0, 0.65))));
      return {
        responseId,
        customer,
        wave: wave.code,
        brand: code,
        brandPrice,
        item,
        score,
        answeredAt,
        region,
        weight,
        spend,
      };
    });
  });
}
