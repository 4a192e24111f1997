import { agencyTables } from './agency-tables.ts'
import { consentTables } from './consent-tables.ts'
import type { Table } from './copy.ts'
import { endingTables } from './ending-tables.ts'
import { packetTables } from './packet-tables.ts'
import { pathwayTables } from './pathway-tables.ts'
import type { Plan } from './places.ts'
import { trailTable } from './trail-table.ts'

export { triageTables } from './triage-tables.ts'

/** Everything that is kept of a referral, in the order it is copied in. */
export const referralTables = (plan: Plan): Table[] => [
  ...pathwayTables(plan),
  ...consentTables(plan),
  ...packetTables(plan),
  ...agencyTables(plan),
  ...endingTables(plan),
  trailTable(plan),
]
