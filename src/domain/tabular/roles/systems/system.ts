import type { Role } from '../roles';
import type { SaleRules } from '../sale-state';

/** What must be known of a system's file beside the meaning of its columns. Headers as the system writes them. */
export interface Quirks extends Pick<SaleRules, 'stages' | 'soldStatuses' | 'unsoldStatuses'> {
  /** The customer of a row is the first filled cell of these columns. */
  readonly customerFallback?: readonly string[];
  /** The amount is an order's: it stands on the order's first line only, or is repeated on each. Counted once. */
  readonly orderTotals?: boolean;
  /** Customers are masked by the shop (王**): rows of one cannot be told from rows of another. */
  readonly maskedCustomers?: boolean;
  /** The amount is net of what this column says was paid back. */
  readonly netOf?: string;
  /** A filled cell of this column says that the order was called off. */
  readonly cancelledAt?: string;
  /** A second status, of the time after the sale. */
  readonly afterSale?: string;
  /** Order numbers begin with the day, yymmdd, where the date column is blank. */
  readonly dateInOrderId?: boolean;
  /** Times are in UTC. */
  readonly utc?: boolean;
}

/** A program whose export is known by its headers, whatever their order. */
export interface System {
  readonly name: string;
  /** Its proper name, the same in every language. */
  readonly title: string;
  /** At least three headers that stand together in no other export. All must be there. */
  readonly fingerprint: readonly string[];
  /** For each role the headers that may carry it, the preferred first, between bars. */
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly quirks?: Quirks;
}
