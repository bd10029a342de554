import type {Language} from "../../src/words/language.js";

const texts: Record<Language, string> = {
  zh: `回声：每月客户服务报告

用法
  npm start                                   安装缺少的东西，生成 data/ 里的报告，打开服务并给出地址
  npm run build -- --report 文件夹 --out 文件夹   生成任意报告文件夹
  npm run publish -- --month 2026-10          生成并发布这一期：与上期比较，记入 history/，留作 dist/editions/2026-10
  npm run why -- 图的名字                       一个数字从哪里来：查询、文件和行
  npm run check -- --report 文件夹              只读入和检查：行数、剔除、对账；不成页
  npm run map -- 文件…                         看一份陌生的导出，提出一份映射（YAML）
  npm run deck -- --update 改过的.pptx          把本月的数字更新进您改过的演示文稿（另存一份）
  npm run deck -- --fill 自己的.pptx            填公司自己的演示文稿：{{csat.value}} 等标记、以图命名的占位符
  npm run pdf                                 打印成 A4 的 PDF：封面、目录、附录（用本机的 Chrome、Edge 或 Chromium）
  npm run dev                                 预览；数据、SQL、映射、页面一改就重来
  npm test                                    安装缺少的东西，运行全部检查
  npm run bench                               从头生成与部分重做，各用多少时间
  npm run bench -- --rows 5000000             与裸 DuckDB、专家脚本比速度；--calls 10000000：一家公司一年的电话；--cluster：通话在测试用的集群里

选项
  --report 文件夹   报告文件夹（默认 data）
  --out 文件夹      输出文件夹（默认 dist）
  --month 2026-10  报告月份（默认按 report.yaml，否则为数据里最后一个完整的月）
  --full           从头生成，不用上次的任何结果
  --accept 原因     与上期相差过大时，说明为什么照样发布
  --port 3000      服务端口
  --lang zh|en     消息的语言（默认按环境变量 LANG）
  --verbose        逐个列出读入的文件和计算步骤
  --help, --version

退出码：0 正常；1 您的数据或规则需要处理（说明哪里、什么、怎么办）；2 程序自己的错误`,
  en: `Huisheng: the monthly customer-service report

Usage
  npm start                                   install what is missing, build the report in data/, serve it, print the address
  npm run build -- --report DIR --out DIR     build any report folder
  npm run publish -- --month 2026-10          build and publish this edition: compared with the last, kept in history/ and dist/editions/2026-10
  npm run why -- FIGURE                       where a number comes from: query, files and rows
  npm run check -- --report DIR               read and check only: counts, rejects, reconciliation; no site
  npm run map -- FILE…                        look at foreign exports and propose a mapping (YAML)
  npm run deck -- --update edited.pptx        this month's numbers in the deck you edited (into a new file)
  npm run deck -- --fill their.pptx           fill a deck of your own: tags like {{csat.value}}, placeholders named like a figure
  npm run pdf                                 print as a PDF on A4: cover, contents, appendix (by this machine's Chrome, Edge or Chromium)
  npm run dev                                 preview that reloads when data, SQL, mapping or page change
  npm test                                    install what is missing, run everything that must hold
  npm run bench                               full and partial builds of the report, side by side
  npm run bench -- --rows 5000000             compare the speed with bare DuckDB and an expert's script; --calls 10000000: one company's year of calls; --cluster: calls in the cluster of the tests

Options
  --report DIR     report folder; defaults to data
  --out DIR        output folder; defaults to dist
  --month 2026-10  report month; defaults to that of report.yaml, else the last complete month in the data
  --full           build anew, taking nothing from the last build
  --accept REASON  why a large change beside the last edition is published all the same
  --port 3000      port of the server
  --lang zh|en     language of messages; defaults to that of LANG
  --verbose        list every file read and every step
  --help, --version

Exit codes: 0 fine; 1 your data or rules need attention (where, what, fix); 2 a fault of the program`,
};

export const helpText = (language: Language): string => texts[language];
