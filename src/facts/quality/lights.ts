import type {Language} from "../../words/language.js";

interface AuditWords {
  readonly name: string;
  readonly threshold: string;
  readonly fix: string;
}

export const lightNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  red: {zh: "红灯：不可信", en: "Red: do not rely on it"},
  amber: {zh: "黄灯：留意", en: "Amber: take care"},
  green: {zh: "绿灯", en: "Green"},
  grey: {zh: "无法判断", en: "Cannot be judged"},
};

/** What each light asks, from which value on it changes, and what to do. */
export const auditNames: Readonly<Record<string, Readonly<Record<Language, AuditWords>>>> = {
  response: {
    zh: {name: "参评率", threshold: "上限 <30% 黄，<10% 红", fix: "满意度旁必须写参评率；缩短问卷，换邀请方式"},
    en: {
      name: "Response rate",
      threshold: "upper limit <30% amber, <10% red",
      fix: "never show a score without it; shorten, invite another way",
    },
  },
  gating: {
    zh: {
      name: "邀评是否挑人（非投诉 − 投诉的邀评率，按解决日期）",
      threshold: "差 >5 个百分点且显著为红",
      fix: "由系统自动邀请所有已解决工单，不由班组挑选",
    },
    en: {
      name: "Selective inviting (invited: others − complaints, by the day solved)",
      threshold: "red: over 5 points and significant",
      fix: "let the system invite every solved ticket; no team may choose",
    },
  },
  perfect_score: {
    zh: {
      name: "百分百满意",
      threshold: "n≥30 且全部满意；概率 <0.01 为红",
      fix: "抽查录音与原始答卷；换人或改由系统采集",
    },
    en: {
      name: "Perfect scores",
      threshold: "n≥30, all satisfied; red where chance <0.01",
      fix: "check recordings and answer sheets; let the system collect",
    },
  },
  collected_by_handler: {
    zh: {name: "经办人自己采集", threshold: ">1% 黄，>20% 红", fix: "改由系统或第三人采集"},
    en: {
      name: "Collected by the handler",
      threshold: ">1% amber, >20% red",
      fix: "let the system or somebody else collect",
    },
  },
  mode: {
    zh: {name: "邀请方式之间的满意率差", threshold: "差 >10 个百分点且显著为黄", fix: "分方式列出，不要混在一起比较"},
    en: {
      name: "Satisfaction by mode, largest gap",
      threshold: "amber: over 10 points and significant",
      fix: "show modes apart; never compare a changed mix",
    },
  },
  version: {
    zh: {name: "统计期内的问卷版本数", threshold: ">1 个为黄", fix: "换版处画断点，前后不连线"},
    en: {
      name: "Questionnaire versions in the window",
      threshold: "more than 1: amber",
      fix: "mark the break; join no line across it",
    },
  },
  pilot: {
    zh: {name: "试访", threshold: "在用版本没有试访为黄", fix: "新问卷先请 20–30 人试答再发"},
    en: {
      name: "Pilot",
      threshold: "a version in use untried: amber",
      fix: "try a new questionnaire on 20–30 people first",
    },
  },
  late_answers: {
    zh: {name: "服务 7 天后才作答", threshold: ">10% 黄，>30% 红", fix: "服务后 24 小时内邀请；滞后的答卷单列"},
    en: {
      name: "Answered over 7 days after the service",
      threshold: ">10% amber, >30% red",
      fix: "invite within 24 hours; show late answers apart",
    },
  },
  consistency: {
    zh: {
      name: "各题是否在量同一件事（ω，区间属 α）",
      threshold: "α 0.70–0.95 且样本 ≥100 为绿；某题与其余负相关为黄",
      fix: "负相关的题多半是反向题没有翻转；过高说明题目重复",
    },
    en: {
      name: "Do the items measure one thing (omega; limits of alpha)",
      threshold: "green: alpha .70–.95, n ≥ 100; amber: an item goes against the others",
      fix: "an item against the others was mostly asked the other way round; very high means items repeat",
    },
  },
  retest: {
    zh: {
      name: "同一客户 30 天内再答是否一致（ICC(2,1)）",
      threshold: "≥0.70 绿；不足 30 对无法判断",
      fix: "问法含糊，改写后再试",
    },
    en: {
      name: "Same customer again within 30 days (ICC(2,1))",
      threshold: "green from .70; under 30 pairs cannot be judged",
      fix: "the question is read in several ways: word it anew and try",
    },
  },
  ceiling: {
    zh: {
      name: "打满分的占比（封顶）",
      threshold: "下限 >70% 或标准差 <0.5 为黄；全部同一分为红",
      fix: "量表分不出高下：加细档位或换问法",
    },
    en: {
      name: "Top answers (ceiling)",
      threshold: "amber: lower limit >70% or SD <0.5; red: all the same score",
      fix: "the scale no longer separates customers: finer steps or another question",
    },
  },
  same_answers: {
    zh: {
      name: "七成以上的人能答的各题全打同一分（满意率：全部 / 去掉后）",
      threshold: "下限 >30% 为黄",
      fix: "不删除，只并列两个满意率；加一道反向题",
    },
    en: {
      name: "One score on every item that 70% or more rate (CSAT with / without them)",
      threshold: "amber: lower limit >30%",
      fix: "delete none, show both; ask one item the other way round",
    },
  },
  duplicates: {
    zh: {name: "同一工单答了不止一份", threshold: ">1% 为黄", fix: "以最后一份完整答卷为准，其余列出"},
    en: {
      name: "More than one answer to a ticket",
      threshold: "amber: over 1%",
      fix: "keep the latest complete one, list the others",
    },
  },
  unanswered_items: {
    zh: {name: "漏答最多的题", threshold: ">10% 为黄", fix: "问的人答不上来：改写、后移，或加“不适用”"},
    en: {
      name: "The item most often left out",
      threshold: "amber: over 10%",
      fix: "word it anew, ask it later, or offer “not applicable”",
    },
  },
  foretelling: {
    zh: {
      name: "不满意的客户 90 天内流失更多吗（差）",
      threshold: "差 >0 且显著为绿；流失不足 10 户无法判断",
      fix: "满意度预示不了去留，看看问的是不是要紧的事",
    },
    en: {
      name: "Do the dissatisfied leave within 90 days (difference)",
      threshold: "green: above 0 and significant; under 10 losses cannot be judged",
      fix: "the score does not foretell leaving: ask about what matters",
    },
  },
  coding: {
    zh: {name: "两人给原因编码是否一致", threshold: "Krippendorff α ≥0.80", fix: "请第二个人给 50 条原因重新编码"},
    en: {
      name: "Do two coders of reasons agree",
      threshold: "Krippendorff's alpha ≥ .80",
      fix: "have a second person code 50 reasons again",
    },
  },
  hasty_answers: {
    zh: {name: "10 秒内答完", threshold: ">5% 黄，>20% 红", fix: "查是否代填；剔除前先看原因"},
    en: {
      name: "Answered within 10 seconds",
      threshold: ">5% amber, >20% red",
      fix: "look for answers filled in by others",
    },
  },
};
