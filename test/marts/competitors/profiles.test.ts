import {describe, expect, test} from "vitest";
import {brandProfiles} from "../../../src/marts/competitors/profiles.js";
import {driverShareRows} from "../../../src/marts/satisfaction/driver-shares.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "../../stats/oracle.js";

type Answer = Readonly<Record<string, number>>;

/** As SQL delivers them: products of scores added up by block, here a block for each respondent. */
function momentsOf(answers: readonly Answer[], asked = answers.length) {
  const rows = answers.flatMap((answer, block) => {
    const values = Object.entries({...answer, "(1)": 1}).sort(([a], [b]) => (a < b ? -1 : 1));
    return values.flatMap(([item, one], at) =>
      values.slice(at).map(([other_item, other]) => ({block, item, other_item, total: one * other})),
    );
  });
  return [...rows, {block: -1, item: "(asked)", other_item: "(asked)", total: asked}];
}

/** 300 made-up answers: overall follows speed closely, app hardly, price loosely. */
const answers: Answer[] = Array.from({length: 300}, (_, i) => {
  const [speed, app, price] = [1 + (i % 5), 1 + ((i * 7) % 5), 1 + ((i * 11) % 3)];
  return {"": Math.round((3 * speed + price + app / 2) / 4.5 + ((i * 13) % 7) / 7), speed, app, price};
});

describe("driver shares", () => {
  test.skipIf(!hasOracleData)(
    hasOracleData
      ? "of the attitude data are R's LMG shares and Johnson's weights"
      : "attitude – skipped: no oracle data",
    () => {
      const {input, expected} = oracle("drivers")["drivers-attitude"]!;
      const drivers = Object.keys(expected.lmg_share);
      const rows = oracleRows(input.file).map((row) => ({
        "": Number(row.rating),
        ...Object.fromEntries(drivers.map((name) => [name, Number(row[name])])),
      }));
      const shares = new Map(driverShareRows(momentsOf(rows)).map((row) => [row.item, row]));
      expectClose(
        drivers.map((name) => shares.get(name)!.value),
        Object.values(expected.lmg_share),
      );
      expectClose(shares.get(drivers[0]!)!.r2, expected.r2);
    },
  );

  test("add up to all of R², and the strongest comes first in nearly every resample", () => {
    const rows = driverShareRows(momentsOf(answers));
    expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBeCloseTo(1, 9);
    const speed = rows.find(({item}) => item === "speed")!;
    expect(Number(speed.value)).toBeGreaterThan(0.6);
    expect(Number(speed.first)).toBeGreaterThan(0.95);
    expect([speed.status, speed.n]).toEqual(["", 300]);
  });

  test("say why they do not serve as weights", () => {
    expect(driverShareRows(momentsOf(answers.slice(0, 100)))[0]!.status).toBe("too_few");
    expect(driverShareRows(momentsOf(answers, 500))[0]!.status).toBe("incomplete");
    const twice = answers.map((answer) => ({...answer, again: answer.speed!}));
    expect(driverShareRows(momentsOf(twice)).map(({status, value}) => [status, value])[0]).toEqual(["mixed", null]);
    const noise = answers.map((answer, i) => ({...answer, "": 1 + (((i * 1_103_515_245 + 12_345) % 65_536) % 5)}));
    expect(driverShareRows(momentsOf(noise))[0]!.status).toBe("weak");
  });
});

describe("brand profiles", () => {
  const raters = Array.from({length: 80}, (_, block) => ({
    block,
    own: {speed: 4 + (block % 2), app: 3 + (block % 3) / 2, price: 2 + (block % 2), "(price)": 120 + (block % 3)},
    rival: {speed: 3 + (block % 2), app: 3 + (block % 3) / 2, price: 4 - (block % 2), "(price)": 100 + (block % 5)},
  }));
  const rows = raters.flatMap(({block, own, rival}) =>
    Object.keys(own).flatMap((item) => {
      const [us, them] = [own[item as "app"], rival[item as "app"]];
      return [
        {block, brand: "R", item, own_n: 1, own_total: us, rival_n: 1, rival_total: them},
        {block, brand: "", item, own_n: 1, own_total: us, rival_n: 0, rival_total: 0},
      ];
    }),
  );
  const profile = brandProfiles(rows, momentsOf(answers));
  const of = (measure: string, {brand = "R", item = ""} = {}) =>
    profile.find((row) => row.measure === measure && row.brand === brand && row.item === item)!;

  test("the total weighted gap is the sum of its parts, each weight times gap", () => {
    const parts = ["speed", "app", "price"].map((item) => Number(of("weighted_gap", {item}).value));
    expect(Number(of("weighted_gap").value)).toBeCloseTo(parts[0]! + parts[1]! + parts[2]!, 9);
    const weight = Number(of("weight", {brand: "", item: "speed"}).value);
    expect(parts[0]).toBeCloseTo(weight * 1, 9);
    expect(parts[1]).toBe(0);
  });

  test("price is left out of quality, and the price ratio is that of the mean prices", () => {
    const shares = driverShareRows(momentsOf(answers));
    const weight = (item: string) => Number(shares.find((row) => row.item === item)!.value);
    const mean = (side: "own" | "rival", item: "speed" | "app") =>
      raters.reduce((sum, rater) => sum + rater[side][item], 0) / raters.length;
    const quality = (side: "own" | "rival") =>
      weight("speed") * mean(side, "speed") + weight("app") * mean(side, "app");
    expect(Number(of("quality_ratio").value)).toBeCloseTo(quality("own") / quality("rival"), 9);
    const price = (side: "own" | "rival") => raters.reduce((sum, rater) => sum + rater[side]["(price)"], 0);
    expect(Number(of("price_ratio").value)).toBeCloseTo(price("own") / price("rival"), 9);
  });

  test("every interval holds its estimate, and the same input gives the same limits", () => {
    for (const {value, lo, hi} of profile) {
      if (value === null) continue;
      expect(Number(lo)).toBeLessThanOrEqual(Number(value) + 1e-9);
      expect(Number(hi)).toBeGreaterThanOrEqual(Number(value) - 1e-9);
    }
    expect(brandProfiles([...rows].reverse(), momentsOf(answers))).toEqual(profile);
  });

  test("an item nobody rated of a brand is left out, and the rest still stands", () => {
    const unrated = rows.map((row) =>
      row.brand === "R" && row.item === "app" ? {...row, rival_n: 0, rival_total: 0} : row,
    );
    const left = brandProfiles(unrated, momentsOf(answers));
    const items = left.filter(({measure}) => measure === "weighted_gap").map(({item}) => item);
    expect(items.sort()).toEqual(["", "price", "speed"]);
    expect(left.find(({measure}) => measure === "quality_ratio")!.value).not.toBeNull();
  });

  test("without weights there is no profile", () => {
    expect(brandProfiles(rows, momentsOf(answers.slice(0, 100)))).toEqual([]);
  });
});
