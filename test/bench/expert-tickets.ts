import {lastMonth, moments, monthEnd, twoMonths} from "./expert-moments.js";
import type {Figure, Run} from "./totals.js";

/** Tickets as they stood at the end of the month, with their customers; counted alike in all that is cut by, and by day. */
export async function expertTickets(run: Run, figure: Figure): Promise<void> {
  await run(
    `create table t as select cid, region, kind, tickets.id, type, category, tickets.channel, date_trunc('month', created) as m, created, case when solved < ${monthEnd} then solved end as solved
     from tickets left join k on k.id = tickets.customer where created < ${monthEnd}`,
  );
  await run("drop table tickets");
  await run("create table a as select m, type, category, channel, count(*) as n from t group by all");
  await counts(figure);
  await complaints(figure);
  await times(run, figure);
  await repeats(run, figure);
}

/** What follows from tickets alike. */
async function counts(figure: Figure): Promise<void> {
  const periods = `(select m, * exclude (m) from a where m in ${twoMonths} union all select null, * exclude (m) from a)`;
  await figure(
    "tickets_by_segment",
    `select sum(n) as tickets from ${periods} as p group by grouping sets ((m), (m, type), (m, category), (m, channel))`,
  );
  await figure(
    "ticket_kinds_by_month",
    "select sum(n) as tickets from a where type <> 'complaint' group by m, type, category",
  );
  await figure(
    "complaint_categories_by_month",
    "select sum(n) as complaints from a where type = 'complaint' group by m, category",
  );
  await figure(
    "complaint_causes",
    "select sum(n) as named_by, (select sum(n) from a where type = 'complaint') as complaints from a where type = 'complaint' group by category",
  );
  await figure(
    "complaint_parts",
    `select sum(n) as complaints from a where type = 'complaint' and m = ${lastMonth} group by category`,
  );
  await figure(
    "tickets_by_day",
    "select count(*) as tickets, count(*) filter (type = 'complaint') as complaints from t group by cast(created as date)",
  );
  await figure(
    "contact_identity",
    "select count(*) as contacts, count(cid) as with_customer, count(category) as with_cause from t",
  );
  await figure(
    "month_tickets_listed",
    `select id from t where type = 'complaint' and m = ${lastMonth} order by created desc, id limit 500`,
  );
}

/** Complaints and who complained, by month and segment, per customers there. */
async function complaints(figure: Figure): Promise<void> {
  await figure(
    "complaints_by_month",
    "select count(*) as complaints, count(distinct cid) as complainants from t where type = 'complaint' group by m",
  );
  await figure(
    "complaints_by_segment",
    // "unassigned" is the one who is responsible for all of them.
    `with c as (select m, cid, region, kind, category, channel, count(*) as n from t where type = 'complaint' group by all),
     p as (select *, 'unassigned' as responsible from c where m in ${twoMonths} union all select null, * exclude (m), 'unassigned' from c)
     select sum(n) as complaints, count(distinct cid) as complainants
     from p group by grouping sets ((m), (m, region), (m, kind), (m, category), (m, channel), (m, responsible))`,
  );
  await figure(
    "defect_register",
    "select count(*) as complaints, count(distinct cid) as customers, count(*) as still_open, array_to_string(list_sort(list(id))[1:200], ' ') as tickets from t where type = 'complaint' group by category",
  );
}

/** How long tickets took, open ones included; how many are open and for how long. */
async function times(run: Run, figure: Figure): Promise<void> {
  // Open as far as the records tell.
  await run(
    `create table d as select type, m, solved is not null as done, date_diff('second', created, coalesce(solved, (select greatest(max(created), max(solved)) from t))) as seconds, count(*) as n
     from t where solved is null or solved >= created group by all`,
  );
  const periods = `(select m, * exclude (m) from d where m in ${twoMonths} union all select null, * exclude (m) from d)`;
  await figure(
    "ticket_times",
    `with p as (select m, type, solved is not null as done, date_diff('second', created, solved) as seconds from t)
     select count(*) as tickets, count(seconds) as done, sum(seconds) as seconds, quantile_cont(seconds, 0.5) as median_seconds
     from (select * from p where m in ${twoMonths} union all select null, * exclude (m) from p) as p group by m, type`,
  );
  await figure(
    "resolution_estimates",
    `with minutes as (select m, type, cast(ceil(seconds / 60) as integer) as minute, sum(n) filter (done) as done, sum(n) as n from ${periods} as p group by all),
     risk as (select m, type, minute, n, coalesce(done, 0) as done, sum(n) over (partition by m, type order by minute desc) as there from minutes),
     staying as (select *, exp(sum(case when done = there then -1e9 else ln(1 - done / there) end) over (partition by m, type order by minute)) as stay from risk)
     select sum(n) as tickets, sum(n - done) as still_open, (min(minute) filter (stay < 0.5 + 1e-9) + min(minute) filter (stay < 0.5 - 1e-9)) / 120 as median_hours, (min(minute) filter (stay < 0.1 + 1e-9) + min(minute) filter (stay < 0.1 - 1e-9)) / 120 as p90_hours, 1 - min(stay) filter (minute <= 1440) as within_24h, 1 - min(stay) filter (minute <= 4320) as within_72h
     from staying group by m, type`,
  );
  await figure(
    "ticket_backlog",
    `with c as (select m, count(*) as created from t group by m), e as (select date_trunc('month', solved) as m, count(*) as closed from t where solved is not null group by 1)
     select created, closed, sum(created - closed) over (order by m) as backlog from c left join e using (m)`,
  );
  await figure(
    "backlog_ages",
    "select sum(n) as tickets, max(seconds) as oldest_seconds from d where not done group by type, case when seconds < 86400 then 1 when seconds < 259200 then 2 when seconds < 604800 then 3 else 4 end",
  );
}

/** Who came again about the same cause: after a contact within 7 and 30 days, after a closed complaint within 30. */
async function repeats(run: Run, figure: Figure): Promise<void> {
  await run(
    `create table f as
     select cid, region, kind, channel, m, count(*) filter (known_7) as n_7, count(*) filter (known_7 and coalesce(next > created + interval 7 day, true)) as x_7,
       count(*) filter (known_30) as n_30, count(*) filter (known_30 and coalesce(next > created + interval 30 day, true)) as x_30
     from (select *, created + interval 7 day <= ${monthEnd} as known_7, created + interval 30 day <= ${monthEnd} as known_30 from
       (select cid, region, kind, channel, m, created, lead(created) over (partition by cid, category order by created) as next from t)) as followed
     group by all`,
  );
  const settled = [
    {id: "fcr_7", said: "x_7", n: "n_7"},
    {id: "fcr_30", said: "x_30", n: "n_30"},
  ];
  for (const sql of moments("f", settled)) await figure("metric_by_segment", sql);
  await run(
    `create table r as
     select cid, region, kind, channel, date_trunc('month', solved) as m, count(*) as n, count(*) filter (next <= solved + interval 30 day) as x
     from (select *, lead(created) over (partition by cid, category order by created, id) as next from t where type = 'complaint') as followed
     where solved + interval 30 day <= ${monthEnd} group by all`,
  );
  for (const sql of moments("r", [{id: "complaint_repeat", said: "x", n: "n"}])) await figure("metric_by_segment", sql);
}
