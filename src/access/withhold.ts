import type { Transaction } from '#platform/database/database.ts'
import { type Actor, openedStudents, schoolsInReach } from './actor.ts'
import type { Shows } from './knowing.ts'
import { type Cells, mayKnow } from './minimum-necessary.ts'
import { type Role, sideOf } from './roles.ts'
import { withholding } from './withhold-store.ts'

const protectedCare = 'protected_care'

/**
 * Whether whoever looks may know of care a student agreed to alone. Where no student is shown there may be
 * counts of them: then by whatever purpose they may know it for.
 */
export function knowsProtectedCare(cells: Cells, role: Role, shows: Shows): boolean {
  if (shows === 'no student') return (cells[role]?.[protectedCare]?.for.length ?? 0) > 0
  return mayKnow(cells, { role, purpose: shows.for, dataClass: protectedCare })
}

/**
 * Whether a look of this side is between walls that have to be told what to withhold. An agency meets its own
 * referrals alone, and a family what each row says that it reads.
 */
export const mayBeWithheld = (role: Role): boolean => sideOf(role) === 'school'

/**
 * From here on every wall of this transaction withholds what hangs on such care: no row, no count, no date.
 * It goes out before whatever the look asks.
 */
export const withhold = (tx: Transaction, actor: Actor): void =>
  tx.write(withholding, { schools: schoolsInReach(actor), opened: openedStudents(actor) })
