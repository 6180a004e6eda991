import type { PLANS, SEVERITIES, STATUSES, TEAMS } from '@sallyport/tool-catalog';
import type { ColumnType } from 'kysely';

export type Severity = (typeof SEVERITIES)[number];
export type Status = (typeof STATUSES)[number];
export type Plan = (typeof PLANS)[number];
export type Team = (typeof TEAMS)[number];

/** What the customer's record says of them: the values that masking must never let through. */
export interface Customer {
  name?: string;
  email?: string;
  phone?: string;
  company?: string;
  address?: string;
}

export interface TicketRow {
  id: string;
  tenant: string;
  created_at: ColumnType<Date, string, never>;
  severity: Severity;
  status: Status;
  plan: Plan;
  area: Team;
  lang: string;
  subject: string;
  body: string;
  customer: ColumnType<Customer, string, never>;
}

export interface TicketTables {
  tickets: TicketRow;
}
