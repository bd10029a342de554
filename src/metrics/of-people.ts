import {metricOf} from "./catalogue.js";

const theirs = /^(?:surveys|customers|contracts|churn_interviews|winback_contacts|prospects|callbacks\.is_confirmed)/;

/**
 * Whether a metric is of what customers said or did themselves; tickets, calls, orders and jobs are no people.
 * @example isOfPeople("csat") // => true
 */
export const isOfPeople = (metric: string): boolean => metricOf(metric).needs.some((need) => theirs.test(need));
