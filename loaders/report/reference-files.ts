import type {Bilingual} from "../../src/words/language.js";

/** A file of reference/ that is asked for by its name: what it lists, and the columns that models read besides the labels. */
interface ReferenceFile extends Bilingual {
  readonly columns?: Readonly<Record<string, Bilingual>>;
}

/** Files besides those that name the members of a dimension (`referencesOf`). */
export const referenceFiles: Readonly<Record<string, ReferenceFile>> = {
  brands: {
    zh: "我们和对手的品牌",
    en: "our brand and those of rivals",
    columns: {
      aliases: {
        zh: "客户怎样叫它，用 | 分开：在原话里找",
        en: "what customers call it, separated by |; their words are searched for these",
      },
      is_ours: {zh: "true = 我们的", en: "true = ours"},
    },
  },
  churn_reasons: {
    zh: "流失原因代码（churn_interviews.reasons）",
    en: "codes of the reasons for leaving (churn_interviews.reasons)",
    columns: {
      category: {
        zh: "大类：product、service、both、price、competitor、attitude、dissatisfaction、other，或自己的",
        en: "group: product, service, both, price, competitor, attitude, dissatisfaction, other, or your own",
      },
    },
  },
  holidays: {
    zh: "法定节假日和调休上班日；code 写日期，如 2026-10-01",
    en: "public holidays and make-up working days; the code is the day, e.g. 2026-10-01",
    columns: {
      kind: {zh: "holiday 放假；workday 调休上班", en: "holiday: closed; workday: a weekend day that is worked"},
    },
  },
  offers: {
    zh: "对手给的好处；有这个文件就代替自带的词表",
    en: "what rivals offer; the file takes the place of the built-in list",
    columns: {aliases: {zh: "原话里的说法，用 | 分开", en: "how customers say it, separated by |"}},
  },
  measures: {
    zh: "总账口径的名字（control_totals.measure）",
    en: "names of what the ledger totals (control_totals.measure)",
    columns: {
      entity: {zh: "与哪种记录对", en: "records it is compared with"},
      column: {zh: "合计哪一列；空 = 数条数", en: "column that is summed; empty = records are counted"},
    },
  },
  stop_words: {
    zh: "看原话时略去的词，加在自带的词表上",
    en: "words to leave out of customers' own words, besides the built-in ones",
    columns: {},
  },
  synonyms: {
    zh: "同义词：code 的词算作 label_zh（中文）或 label_en（英文）的词",
    en: "synonyms: the word in code counts as that in label_zh (Chinese) or label_en (English)",
    columns: {},
  },
  agents: {
    zh: "坐席、处理人",
    en: "agents and handlers",
    columns: {
      complaints_since: {
        zh: "从哪天起轮到处理投诉（排班），如 2026-08-31；据此算多久没轮换",
        en: "day since which the person has complaints by the roster, e.g. 2026-08-31; weeks since rotation are counted from it",
      },
    },
  },
  actions: {zh: "措施和原因的英文名", en: "English names of actions and causes"},
  campaigns: {
    zh: "活动的英文名（care_actions.campaign）",
    en: "names of campaigns and customer events (care_actions.campaign)",
  },
  purposes: {zh: "走访目的（visits.purpose）", en: "purposes of visits (visits.purpose)"},
  callers: {
    zh: "职务的英文名（rules/winback.yaml 的 role、措施的负责人）",
    en: "names of posts (role in rules/winback.yaml, owners of actions)",
  },
  categories: {zh: "工单类别", en: "categories of tickets"},
  causes: {zh: "工单原因（tickets.causes）", en: "causes of tickets (tickets.causes)"},
  return_reasons: {zh: "退换货原因（returns.reason）", en: "reasons of returns (returns.reason)"},
  departments: {zh: "部门", en: "departments"},
  dimensions: {zh: "自己的客户维度 dim_<名字> 叫什么", en: "what dimensions of your own (dim_<name>) are called"},
  items: {
    zh: "问卷问题（surveys.item）",
    en: "questions of surveys (surveys.item)",
    columns: {
      construct: {
        zh: "构面：问同一件事的几题写同一个代码，合成一个平均分，并查它们是否真在量同一件事",
        en: "construct: items that ask of one thing carry one code; they are averaged, and checked to measure one thing",
      },
    },
  },
  constructs: {zh: "构面（items.csv 的 construct）", en: "constructs (construct in items.csv)"},
  modes: {zh: "邀请方式（surveys.mode）", en: "how surveys were asked (surveys.mode)"},
  sources: {zh: "总账里的来源（control_totals.source）", en: "sources in the ledger (control_totals.source)"},
  tiers: {zh: "客户等级，也可写在 rules/tiers.yaml", en: "tiers; may stand in rules/tiers.yaml as well"},
};

/** The columns of a file that models read; none where they read only its labels. */
export function columnsRead(name: string): readonly string[] {
  const {columns} = referenceFiles[name] ?? {};
  return columns ? ["code", "label_zh", "label_en", ...Object.keys(columns)] : [];
}
