import {asOf, type Moment} from "./calendar.js";
import type {Company} from "./company.js";
import {actions, events} from "./notes.js";
import type {Callback, Contract, Customer, Ticket} from "./records.js";

/**
 * The company as its systems knew it at a moment: what happened later is not there, and what was under way is open.
 * What has no date of its own (tiers, cards, how much was ever bought) stays as it is, and so do plans and slips of the
 * pen that are dated after the last export.
 *
 * @param until the first moment that nobody knows of yet
 */
export function companyAsOf(company: Company, until: Moment): Company {
  const isKnown = (when: Moment | undefined): when is Moment => when !== undefined && when < until;
  const known = (when: Moment | undefined) => (isKnown(when) ? when : undefined);
  const customers = company.customers.filter((one) => one.joined === undefined || isKnown(one.joined));
  const tickets = company.tickets.filter((one) => isKnown(one.createdAt)).map((one) => ticketAsOf(one, until));
  const byTicket = new Map(tickets.map((one) => [one.id, one]));
  return {
    ...company,
    customers: customers.map((one) => cardAsOf(one, until)),
    duplicates: company.duplicates.filter((one) => isKnown(one.joined)).map((one) => cardAsOf(one, until)),
    contracts: company.contracts
      .filter((one) => isKnown(one.start) || one.start >= asOf)
      .map((one) => contractAsOf(one, until)),
    orders: company.orders.filter((one) => isKnown(one.orderedAt) || company.slips.includes(one)),
    returns: company.returns
      .filter((one) => isKnown(one.requestedAt))
      .map((one) => (isKnown(one.completedAt) ? one : {...one, completedAt: undefined, outcome: "open"})),
    tickets,
    calls: company.calls.filter((one) => isKnown(one.calledAt)),
    sessions: company.sessions.filter((one) => isKnown(one.enteredAt)),
    surveys: company.surveys
      .filter((one) => isKnown(one.invitedAt))
      .map((one) =>
        isKnown(one.answeredAt)
          ? one
          : {
              ...one,
              deliveredAt: known(one.deliveredAt),
              answeredAt: undefined,
              duration: undefined,
              scores: {},
              verbatim: "",
            },
      ),
    study: company.study.filter((one) => isKnown(one.answeredAt)),
    callbacks: company.callbacks
      .filter((one) => isKnown(Math.min(one.dueAt, one.calledAt!)))
      .map((one): Callback => {
        const called = {...one, ticket: byTicket.get(one.ticket.id) ?? one.ticket};
        return isKnown(one.calledAt)
          ? called
          : {
              ...called,
              calledAt: undefined,
              caller: "",
              outcome: undefined,
              isConfirmed: undefined,
              score: undefined,
              verbatim: "",
            };
      }),
    workOrders: company.workOrders.filter((one) => isKnown(one.completedAt)),
    visits: company.visits
      .filter((one) => isKnown(Math.min(one.planned, one.visited ?? one.planned)) || one.planned >= asOf)
      .map((one) => (isKnown(one.visited) ? one : {...one, visited: undefined, verbatim: ""})),
    care: company.care.filter((one) => isKnown(one.acted)),
    interviews: company.interviews.filter((one) => isKnown(one.interviewedAt)),
    winback: company.winback
      .filter((one) => isKnown(one.contactedAt))
      .map((one) => ({...one, returned: known(one.returned)})),
    ledger: company.ledger.filter(({month}) => isKnown(Date.parse(`${month}-01`) / 1000)),
    gatherings: company.gatherings.map((one) =>
      isKnown(one.held)
        ? one
        : {...one, held: undefined, cost: undefined, incidents: undefined, testimonials: undefined},
    ),
    prospects: company.prospects.filter(({graded}) => isKnown(graded)),
    actions: actions
      .filter(([, , , , opened]) => isBefore(opened, until))
      .map(([...cells]) => cells.map((cell, at) => (at === 6 && !isBefore(cell, until) ? "" : cell))),
    events: events.filter(([date]) => isBefore(date, until)),
  } as Company;
}

const isBefore = (date: string, until: Moment): boolean => date !== "" && Date.parse(date) / 1000 < until;

function ticketAsOf(ticket: Ticket, until: Moment): Ticket {
  const known = (when: Moment | undefined) => (when !== undefined && when < until ? when : undefined);
  const [repliedAt, firstSolvedAt, solvedAt, closedAt] = [
    ticket.repliedAt,
    ticket.firstSolvedAt,
    ticket.solvedAt,
    ticket.closedAt,
  ].map(known);
  return {
    ...ticket,
    repliedAt,
    firstSolvedAt,
    solvedAt,
    closedAt,
    reopened: firstSolvedAt === undefined ? 0 : ticket.reopened,
    isSlaMet: repliedAt === undefined ? undefined : ticket.isSlaMet,
    isSolved: solvedAt === undefined ? undefined : ticket.isSolved,
    status:
      closedAt === ticket.closedAt && solvedAt === ticket.solvedAt
        ? ticket.status
        : closedAt !== undefined
          ? "closed"
          : solvedAt !== undefined
            ? "solved"
            : repliedAt !== undefined
              ? "in_progress"
              : "open",
  };
}

/** A contract that is still running has neither an end of its own kind nor a word on what followed. */
const contractAsOf = (contract: Contract, until: Moment): Contract =>
  contract.end < until ? contract : {...contract, isRenewed: undefined, endKind: undefined};

const cardAsOf = (customer: Customer, until: Moment): Customer => ({
  ...customer,
  exportedAt: until,
  left: customer.left !== undefined && customer.left.at < until ? customer.left : undefined,
});
