import {z} from "zod";
import {runRuleNames} from "../../src/stats/series/run-rules.js";

/** rules/service_level.yaml: what counts as answered in time. */
export const serviceLevelSchema = z
  .strictObject({
    seconds: z
      .number()
      .positive()
      .default(20)
      .meta({zh: "多少秒内接通算及时", en: "seconds within which an answer is in time"}),
    formula: z.enum(["F1", "F2", "F3", "F4"]).default("F3").meta({
      zh: "放弃的电话怎么算：F1 限内放弃算及时；F2 放弃的都不算在内；F3 都算不及时；F4 只把限内放弃的不算在内。四种都会显示",
      en: "what becomes of calls given up: F1 in time where within it; F2 all left out; F3 none in time; F4 left out where within it. All four are shown",
    }),
    short_abandon_seconds: z.number().min(0).default(5).meta({
      zh: "多少秒内放弃算来不及接",
      en: "seconds within which a call is given up before anybody could answer",
    }),
    first_reply_seconds: z
      .number()
      .positive()
      .default(30)
      .meta({zh: "在线会话多少秒内首次回复算及时", en: "seconds within which a first reply in chat is in time"}),
  })
  .meta({zh: "电话接通和在线首次回复的时限", en: "time to answer a call, and to a first reply in chat"});

/** rules/signals.yaml: what besides the control limits tells a signal from chance. */
export const signalsSchema = z
  .strictObject({
    rules: z.array(z.enum(runRuleNames)).default([]).meta({
      zh: "控制限以外还用哪些判异规则；每多一条，误报就多一些",
      en: "run rules besides the control limits; each adds false alarms",
    }),
  })
  .meta({zh: "趋势图上什么算信号", en: "what is a signal on a trend"});
