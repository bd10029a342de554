import {expect, test} from "vitest";
import {didYouMean, nearestNames} from "../../loaders/messages/nearest.js";

test.each([
  ["regoin", ["role", "region", "city"], ["region"]],
  ["custmer_id", ["customer_id", "ticket_id", "address"], ["customer_id"]],
  ["创建日期", ["客户编号", "创建时间"], ["创建时间"]],
  ["Ｒｅｇｉｏｎ ", ["region"], ["region"]],
  ["rejectlimit", ["reject_limit", "exports"], ["reject_limit"]],
  ["xyz", ["region", "city"], []],
  ["", ["region"], []],
])("%o among %o: %o", (name, known, near) => {
  expect(nearestNames(name, known)).toEqual(near);
});

test("the question names at most three, in both languages, and nothing where none is near", () => {
  expect(didYouMean("month", ["months", "moth", "month_end", "monthly"])).toEqual({
    zh: "是不是“months”或“moth”或“month_end”？",
    en: 'Did you mean "months" or "moth" or "month_end"?',
  });
  expect(didYouMean("zzz", ["region"])).toEqual({zh: "", en: ""});
});
