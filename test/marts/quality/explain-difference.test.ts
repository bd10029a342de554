import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  type CountedRecord,
  explainDifference,
  isSwapped,
  type SuspectKind,
} from "../../../src/marts/quality/explain-difference.js";

/** Amounts in whole cents, as ledgers have them. */
const amount = fc.integer({min: 100, max: 900_000}).map((cents) => cents / 100);
const ledger = fc
  .uniqueArray(amount, {minLength: 3, maxLength: 60})
  .map((amounts) => amounts.map((value, index): CountedRecord => ({id: `r${index}`, amount: value, place: "month"})));
const planted = fc.tuple(ledger, fc.nat()).map(([records, pick]) => ({records, at: pick % records.length}));

const round = (value: number) => Math.round(value * 100) / 100;

/** The ledger stays right; our records get one slip. */
function slip(kind: SuspectKind, {records, at}: {records: readonly CountedRecord[]; at: number}) {
  const right = records[at]!.amount!;
  const total = (all: readonly CountedRecord[]) =>
    all.reduce((sum, each) => sum + (each.place === "month" ? each.amount! : 0), 0);
  const put = (record: Partial<CountedRecord>) =>
    records.map((each, index) => (index === at ? {...each, ...record} : each));
  const made: Partial<Record<SuspectKind, readonly CountedRecord[]>> = {
    factor_100: put({amount: right * 100}),
    factor_10: put({amount: right * 10}),
    wrong_sign: put({amount: -right}),
    missing: put({place: "dropped"}),
    wrong_month: put({place: "after", edgeMinutes: 20}),
    duplicated: [...put({hasTwin: true}), {...records[at]!, id: "twin", hasTwin: true}],
    extra: [...records, {id: "extra", amount: round(right + 0.01), place: "month"}],
    changed: [
      ...put({amount: round(right + 7.77)}),
      {id: records[at]!.id, amount: right, keptAmount: round(right + 7.77), place: "dropped"},
    ],
  };
  const ours = made[kind]!;
  return {ours, difference: round(total(ours) - total(records)), right};
}

describe("a difference from the ledger is drilled to the record that explains it", () => {
  test.each(["factor_100", "factor_10", "wrong_sign", "missing", "wrong_month", "duplicated", "changed"] as const)(
    "one record with the slip %s is found in any ledger, with the amount it should have",
    (kind) => {
      fc.assert(
        fc.property(planted, ({records, at}) => {
          const {ours, difference, right} = slip(kind, {records, at});
          const found = explainDifference(ours, {difference}).filter(({explainsAll}) => explainsAll);
          const culprit = found.find(
            (each) => each.kind === kind && [records[at]!.id, "twin"].includes(each.record.id),
          );
          expect(culprit).toBeDefined();
          expect(culprit!.corrected).toBeCloseTo(kind === "duplicated" ? 0 : right, 6);
        }),
      );
    },
  );

  test("two digits of one amount exchanged are found, and the difference divides by nine", () => {
    fc.assert(
      fc.property(planted, fc.nat(), fc.nat(), ({records, at}, first, second) => {
        const digits = [...String(Math.round(records[at]!.amount! * 100))];
        const [i, j] = [first % digits.length, second % digits.length];
        fc.pre(digits[i] !== digits[j] && Math.min(i, j) > 0);
        [digits[i], digits[j]] = [digits[j]!, digits[i]!];
        const wrong = Number(digits.join("")) / 100;
        const difference = round(wrong - records[at]!.amount!);
        const ours = records.map((each, index) => (index === at ? {...each, amount: wrong} : each));
        expect(Math.abs(Math.round(difference * 100)) % 9).toBe(0);
        const found = explainDifference(ours, {difference}).find(({record}) => record.id === records[at]!.id);
        expect(found?.explainsAll).toBe(true);
        expect(found!.corrected === 0 || Math.abs(found!.corrected! - records[at]!.amount!) < 0.006).toBe(true);
      }),
    );
  });

  test("whatever is said to explain all of a difference does so to the cent", () => {
    fc.assert(
      fc.property(ledger, amount, (records, difference) => {
        for (const {record, corrected, explainsAll, kind} of explainDifference(records, {difference}))
          if (explainsAll && kind !== "wrong_month") expect(record.amount! - corrected!).toBeCloseTo(difference, 1);
      }),
    );
  });

  test("without a difference nobody is suspected", () => {
    fc.assert(
      fc.property(ledger, (records) => {
        expect(explainDifference(records, {difference: 0})).toEqual([]);
      }),
    );
  });

  test("records missing from a count are all named when together they make up the difference", () => {
    const dropped = ["a", "b"].map((id): CountedRecord => ({id, amount: 1, place: "dropped"}));
    const found = explainDifference([...dropped, {id: "c", amount: 1, place: "month"}], {
      difference: -2,
      isCount: true,
    });
    expect(found.map(({record, kind}) => [record.id, kind])).toEqual([
      ["a", "missing"],
      ["b", "missing"],
    ]);
  });

  test("an unreadable amount is suspected where nothing else explains the difference", () => {
    const records: CountedRecord[] = [
      {id: "a", amount: null, place: "month", isUnreadable: true},
      {id: "b", amount: 12.5, place: "month"},
    ];
    expect(explainDifference(records, {difference: -80})[0]).toMatchObject({record: {id: "a"}, kind: "unreadable"});
  });

  test("amounts of other digits, or with three digits changed, are not taken for a swap", () => {
    expect([isSwapped(244, 424), isSwapped(244, 425), isSwapped(123, 231), isSwapped(-12, 21)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
