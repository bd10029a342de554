import {type Moment, moment} from "./calendar.js";

/** An event for customers as a whole; its guests stand among the care actions, by the name of the campaign. */
export interface Gathering {
  readonly id: string;
  readonly campaign: string;
  readonly kind: string;
  readonly planned: Moment;
  readonly held: Moment | undefined;
  readonly hasPlan: boolean;
  readonly guests: number;
  readonly budget: number;
  readonly cost: number | undefined;
  readonly incidents: number | undefined;
  readonly testimonials: number | undefined;
  readonly owner: string;
}

/** Two events held, the second dearer than planned and not without an incident, and one still to come. */
export const gatherings: readonly Gathering[] = [
  {
    id: "HD2025-01",
    campaign: "2025 水质体验日",
    kind: "体验活动",
    planned: moment("2025-10-18"),
    held: moment("2025-10-18"),
    hasPlan: true,
    guests: 140,
    budget: 30_000,
    cost: 27_860,
    incidents: 0,
    testimonials: 9,
    owner: "XS04",
  },
  {
    id: "HD2026-01",
    campaign: "2026 客户联谊会",
    kind: "联谊活动",
    planned: moment("2026-05-09"),
    held: moment("2026-05-16"),
    hasPlan: true,
    guests: 120,
    budget: 60_000,
    cost: 71_400,
    incidents: 1,
    testimonials: 14,
    owner: "XS02",
  },
  {
    id: "HD2026-02",
    campaign: "2026 年末答谢会",
    kind: "联谊活动",
    planned: moment("2026-12-05"),
    held: undefined,
    hasPlan: false,
    guests: 150,
    budget: 80_000,
    cost: undefined,
    incidents: undefined,
    testimonials: undefined,
    owner: "XS02",
  },
];
