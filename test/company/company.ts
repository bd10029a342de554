import {makeBrandStudy} from "./brand-study.js";
import {moment} from "./calendar.js";
import {makeCallbacks} from "./callbacks.js";
import {makeCalls} from "./calls.js";
import {makeCareActions} from "./care.js";
import {makeContracts} from "./contracts.js";
import {duplicateCustomers, makeCustomers} from "./customers.js";
import {makeVisits, makeWorkOrders} from "./field.js";
import {gatherings} from "./gatherings.js";
import {lossesOf, makeInterviews, makeWinbackContacts} from "./leaving.js";
import {makeLedger} from "./ledger.js";
import {actions, events} from "./notes.js";
import {makeOrders, makeReturns} from "./orders.js";
import {makeProspects} from "./prospects.js";
import {makeSessions} from "./sessions.js";
import {makeSurveys} from "./surveys.js";
import {makeTickets} from "./tickets.js";

export type Company = Omit<ReturnType<typeof makeCompany>, "actions" | "events"> & {
  readonly actions: readonly (readonly string[])[];
  readonly events: readonly (readonly string[])[];
};

/** The whole made-up company as records: what its five systems will export, and the truths are counted from. */
export function makeCompany() {
  const customers = makeCustomers();
  const contracts = makeContracts(customers);
  const orders = makeOrders(customers);
  const returns = makeReturns(orders);
  const tickets = makeTickets(customers);
  const calls = makeCalls(customers, tickets);
  const sessions = makeSessions(customers, tickets);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const surveys = makeSurveys({tickets, calls, customers: byId});
  const study = makeBrandStudy(customers);
  const callbacks = makeCallbacks(tickets);
  const workOrders = makeWorkOrders(tickets);
  const visits = makeVisits(customers);
  const care = makeCareActions(customers);
  const losses = lossesOf(customers);
  const interviews = makeInterviews(losses);
  const winback = makeWinbackContacts(losses);
  const ledger = makeLedger({orders, returns, workOrders, care, tickets, calls});
  const prospects = makeProspects(customers);
  const duplicates = duplicateCustomers(customers);
  // Two order lines dated after the export: a slip of the year.
  const slips = [100, 900].map((index, serial) => ({
    ...orders[index]!,
    id: `DDH90000${serial}`,
    orderId: `DD90000${serial}`,
    orderedAt: moment("2027-03-01 10:00:00"),
    shipped: moment("2027-03-02"),
  }));
  return {
    customers,
    duplicates,
    contracts,
    orders: [...orders, ...slips],
    slips,
    returns,
    tickets,
    calls,
    sessions,
    surveys,
    study,
    callbacks,
    workOrders,
    visits,
    care,
    losses,
    interviews,
    winback,
    ledger,
    gatherings,
    prospects,
    actions,
    events,
  };
}
