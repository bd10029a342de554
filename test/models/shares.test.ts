import {expect, test} from "vitest";
import {askInShares, isOf, type Share, spansOf} from "../../loaders/cluster/share.js";
import {literal} from "../../loaders/database/sql-text.js";
import {ReportError} from "../../loaders/messages/errors.js";

const bounds = ["b", "c", "d", "e", "f", "g"];
const refusal = (code: string) =>
  new ReportError(code, {zh: "表", en: "table"}, {what: {zh: "", en: ""}, fix: {zh: "", en: ""}});

/** Shares that were answered, where a node holds as many pieces at once and refuses more with a code. */
async function answered(held: number, code = "cluster_memory"): Promise<readonly Share[]> {
  const shares: Share[] = [];
  await askInShares({bounds, atOnce: 5, hasNobody: true}, async (share) => {
    const place = (id: string | undefined, without: number) => (id === undefined ? without : bounds.indexOf(id) + 1);
    if (share !== "nobody" && place(share.end, 7) - place(share.first, 0) > held) throw refusal(code);
    shares.push(share);
  });
  return shares;
}

test("shares that are more than a node holds are asked for by halves, each customer once", async () => {
  expect(await answered(5)).toEqual(["nobody", {first: undefined, end: "f"}, {first: "f", end: undefined}]);
  expect(await answered(2)).toEqual([
    "nobody",
    {first: undefined, end: "c"},
    {first: "c", end: "d"},
    {first: "d", end: "e"},
    {first: "e", end: "f"},
    {first: "f", end: "g"},
    {first: "g", end: undefined},
  ]);
});

test("what a node holds not even of the smallest share, or refuses for another reason, stops the build", async () => {
  await expect(answered(0)).rejects.toMatchObject({code: "cluster_memory"});
  await expect(answered(2, "cluster_timeout")).rejects.toMatchObject({code: "cluster_timeout"});
});

test("every id lies in one share", () => {
  const spans = spansOf(bounds.length + 1, 3);
  expect(spans).toEqual([
    {from: 0, to: 3},
    {from: 3, to: 6},
    {from: 6, to: 7},
  ]);
  expect(isOf({first: undefined, end: "c"}, "id", literal)).toBe("id > '' and id < 'c'");
  expect(isOf({first: "f", end: undefined}, "id", literal)).toBe("id >= 'f'");
  expect(isOf("nobody", "id", literal)).toBe("id is null");
});
