import type {Moment} from "./calendar.js";
import type {Channel, Region} from "./catalog.js";

export interface Contract {
  id: string;
  customerId: string;
  product: string;
  type: string;
  start: Moment; // first day
  end: Moment; // last day
  isRenewed: boolean | undefined; // undefined: still running, or ended less than the grace ago
  endKind: "voluntary" | "involuntary" | "eliminated" | "moved" | undefined;
  monthlyAmount: number;
  months: number;
  salesperson: string;
}

export interface Customer {
  id: string;
  name: string;
  phone: string;
  email: string;
  idCard: string;
  bankCard: string;
  plate: string;
  address: string;
  isFirm: boolean;
  segment: string;
  region: Region;
  city: string;
  acquisition: string;
  sex: string;
  age: number | undefined;
  role: string;
  industry: string;
  joined: Moment | undefined; // undefined: a prospect
  grade: string;
  owner: string;
  preference: "any" | "email_only" | "no_call" | "none";
  referredBy: string;
  potential: number;
  cardUpdated: Moment;
  tags: string[];
  size: number; // how much they buy; 1 = ordinary
  contracts: Contract[];
  exportedAt?: Moment; // left out: at the end of the last month
  left: {at: Moment; kind: NonNullable<Contract["endKind"]>} | undefined; // gone and not come back
  duplicateOf: string | undefined;
  revenue: number; // trailing 12 months
  lifetime: number;
  tier: string;
}

export interface OrderLine {
  id: string;
  orderId: string;
  customer: Customer;
  orderedAt: Moment;
  shipped: Moment;
  product: string;
  category: string;
  channel: string;
  quantity: number;
  amount: number;
  margin: number;
  isPromotion: boolean;
  recordedBy: string;
}

export interface Return {
  id: string;
  orderId: string;
  customerId: string;
  requestedAt: Moment;
  completedAt: Moment | undefined;
  product: string;
  reason: string;
  outcome: "accepted" | "refused" | "exchanged" | "open";
  amount: number;
  recordedBy: string;
}

export type TicketType = "complaint" | "inquiry" | "repair" | "request" | "incident" | "other";

export interface Ticket {
  id: string;
  customerId: string;
  customer: Customer;
  contactId: string;
  type: TicketType;
  category: string;
  subcategory: string;
  causes: string[];
  product: string;
  channel: Channel;
  priority: "high" | "normal" | "low";
  status: "open" | "in_progress" | "pending" | "solved" | "closed";
  createdAt: Moment;
  repliedAt: Moment | undefined;
  promisedAt: Moment | undefined;
  firstSolvedAt: Moment | undefined;
  solvedAt: Moment | undefined;
  closedAt: Moment | undefined;
  reopened: number;
  reassigned: number;
  isSlaMet: boolean | undefined;
  isSolved: boolean | undefined;
  isDisputed: boolean;
  department: string;
  party: "department" | "customer" | "third_party" | "unassigned";
  handler: string;
  team: string;
  fee: number | undefined;
  isEntitled: boolean | undefined;
  title: string;
  verbatim: string;
  isLate: boolean; // delivered in a later file
}

export interface Call {
  id: string;
  customerId: string;
  ticketId: string;
  calledAt: Moment;
  direction: "inbound" | "outbound";
  queue: string;
  agent: string;
  topic: string;
  region: string;
  isOffered: boolean;
  isAnswered: boolean;
  isResolved: boolean | undefined;
  wait: number;
  talk: number;
  verbatim: string;
}

export interface Session {
  id: string;
  system: "qiyu" | "zendesk";
  customerId: string;
  enteredAt: Moment;
  queue: string;
  agent: string;
  topic: string;
  source: string;
  isBot: boolean;
  isAnswered: boolean;
  isResolved: boolean | undefined;
  isRated: boolean;
  reply: number; // seconds to the first reply
  meanReply: number;
  length: number; // seconds
  messages: readonly [customer: number, agent: number];
  heldAtOnce: number; // by its agent as it began, itself among them
}

export interface Survey {
  id: string;
  customer: Customer;
  ticketId: string;
  callId: string;
  channel: Channel;
  team: string;
  agent: string;
  product: string;
  collectedBy: string;
  mode: string;
  servedAt: Moment;
  invitedAt: Moment;
  deliveredAt: Moment | undefined;
  answeredAt: Moment | undefined;
  duration: number | undefined;
  version: "v1" | "v2";
  isPilot: boolean;
  scores: Readonly<Record<string, number>>; // by item code; empty where unanswered
  verbatim: string;
}

export interface BrandRating {
  responseId: string;
  customer: Customer | undefined;
  wave: string;
  brand: string;
  brandPrice: number;
  item: string;
  score: number;
  answeredAt: Moment;
  region: string;
  weight: number;
  spend: number;
}

export interface Callback {
  id: string;
  ticket: Ticket;
  dueAt: Moment;
  calledAt: Moment | undefined; // undefined: not yet
  caller: string;
  outcome: "reached" | "no_answer" | "refused" | undefined;
  isConfirmed: boolean | undefined;
  score: number | undefined;
  verbatim: string;
}

export interface Visit {
  id: string;
  customer: Customer;
  planned: Moment;
  visited: Moment | undefined;
  visitor: string;
  purpose: string;
  minutes: number;
  cost: number;
  verbatim: string;
}

export interface WorkOrder {
  id: string;
  ticketId: string;
  customer: Customer;
  assetId: string;
  scheduledAt: Moment;
  arrivedAt: Moment;
  completedAt: Moment;
  technician: string;
  isSigned: boolean;
  hasCard: boolean;
  isPartsMissing: boolean;
  fee: number;
  trueFee: number; // what the ledger holds
  recordedBy: string;
  recordedAt: Moment;
}

export interface CareAction {
  id: string;
  customer: Customer;
  kind: "greeting" | "gift" | "event";
  campaign: string;
  acted: Moment;
  isAttended: boolean | undefined;
  cost: number;
  budget: number;
  recordedBy: string;
}

export interface Interview {
  id: string;
  customer: Customer;
  left: Moment;
  interviewedAt: Moment;
  interviewer: string;
  reasons: string[];
  category: string;
  destination: string;
  advantage: number | undefined;
  canWinBack: boolean;
  verbatim: string;
}

export interface WinbackContact {
  id: string;
  customer: Customer;
  contactedAt: Moment;
  contactedBy: string;
  role: string;
  offer: string;
  outcome: "returned" | "declined" | "thinking" | "no_answer";
  returned: Moment | undefined;
}
