import type { Transaction } from '#platform/database/database.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import type { LeadsTo } from './drill.ts'
import { drillReaders, standardOwners } from './policy.ts'

type At = { tx: Transaction; now: Date }

/** Who may see to what a drill of a school showed: a change of the standard is the district head's. */
export const ownersFor = ({ tx, now }: At, schoolId: string, leadsTo: LeadsTo): Promise<StaffLine[]> =>
  staffAt(tx, { schoolId, roles: leadsTo === 'standard' ? standardOwners : drillReaders, about: [], now })
