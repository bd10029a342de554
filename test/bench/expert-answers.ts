import {lastMonth, moments, monthEnd} from "./expert-moments.js";
import type {Figure, Run} from "./totals.js";

/** Everything about answers: per customer and month once, and all sums from there. */
export async function expertAnswers(run: Run, figure: Figure): Promise<void> {
  await run(
    `create table s as select cid, region, kind, channel, date_trunc('month', answered) as m, cast(answered as date) as d, answered, surveys.id, score
     from surveys left join k on k.id = surveys.customer where answered < ${monthEnd}`,
  );
  await run("drop table surveys");
  await run(
    `create table cm as select cid, region, kind, channel, m, count(*) as n, count(*) filter (score >= 4) as a, count(*) filter (score <= 2) as b, sum(score) as c, sum(score * score) as q from s group by all`,
  );
  const metrics = [
    {id: "csat", said: "a", n: "n"},
    {id: "bottom_box", said: "b", n: "n"},
    {id: "csat_score", said: "c", n: "n", positive: "n"},
  ];
  for (const sql of moments("cm", metrics)) await figure("metric_by_segment", sql);
  await figure("score_distribution", "select score, count(*) as answers from s group by score");
  await figure(
    "item_scores",
    `with g as (select cid, region, kind, sum(n) as n, sum(a) as a, sum(b) as b, sum(c) as c, sum(q) as q from cm group by all)
     select sum(n) as n, count(*) as customers, sum(a) as satisfied, sum(b) as dissatisfied, sum(c) / sum(n) as value, sqrt((sum(q) - sum(c) * sum(c) / sum(n)) / (sum(n) - 1)) as sd
     from g group by grouping sets ((), (region), (kind))`,
  );
  await figure(
    "satisfaction_crosses",
    `with g as (select cid, region, channel, sum(n) as n, sum(a) as a, sum(b) as b from cm group by all)
     select sum(n) as n, sum(b) / sum(n) as dissatisfied, sum(a) / sum(n) as csat from g group by region, channel`,
  );
  await figure(
    "rated_coverage",
    "select sum(k) as customers, sum(k) as raters from (select region, n, a, b, count(*) as k from (select cid, region, sum(n) as n, sum(a) as a, sum(b) as b from cm group by all) as raters group by all) as alike",
  );
  await figure(
    "records_listed",
    `select row_number() over (order by d desc, s.id) as place, score from s where m = ${lastMonth} and score <= 2 order by d desc, s.id limit 1000`,
  );
}

/** Answers beside tickets: who was dissatisfied and did not complain, who answered twice and had no ticket between. */
export async function expertCrosses(figure: Figure): Promise<void> {
  await figure(
    "silent_dissatisfied",
    `with days as (select cid, list(cast(created as date)) as days from t where type = 'complaint' group by cid),
     told as (
       select cid, score <= 2 as bad, coalesce(len(list_filter(days, lambda x: x between d - 30 and d + 30)) > 0, false) as has from s left join days using (cid)
     ),
     whole as (select count(distinct cid) as customers, (select count(*) from days) as complainants, count(*) as answers, count(*) filter (bad) as dissatisfied,
       count(*) filter (bad and not has) as silent, count(*) filter (not bad and has) as content_complained from told)
     select * from whole union all select * from whole`,
  );
  await figure(
    "answer_audit",
    `with p as (select cid, score, d, lead(score) over w as next, lead(d) over w as next_d from s where cid in (select cid from s group by cid having count(*) > 1) window w as (partition by cid order by d, id)),
     pairs as (select p.* from p where next_d <= d + 30 and not exists (select 1 from t where t.cid = p.cid and cast(created as date) > p.d and cast(created as date) <= p.next_d))
     select count(*) as n, corr(score, next) as value from pairs union all select count(*), avg(cast(score = 5 as integer)) from s union all select null, null from range(6)`,
  );
}
