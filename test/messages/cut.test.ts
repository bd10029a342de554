import {expect, test} from "vitest";
import {cutText} from "../../loaders/messages/cut.js";

test("a text that is too long is cut before the word or number that would be cut in two", () => {
  expect(cutText("制表人 李小娜，电话 139 0000 1234", 18)).toBe("制表人 李小娜，电话…");
  expect(cutText("Made by Ms Brook, call 139-0000-1234", 30)).toBe("Made by Ms Brook, call…");
  expect(cutText("电话13900001234", 10)).toBe("…");
  expect(cutText("short", 10)).toBe("short");
});
