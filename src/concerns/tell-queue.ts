import type { Role } from '#access/roles.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import type { Concern } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { insertNotice, type NoticeKind } from './notice-store.ts'
import { type StaffLine, staffAt } from './staff-store.ts'

type Waiting = Pick<Concern, 'id' | 'schoolId' | 'studentId'> & { queueRole: string | null }

/** Who holds one of the roles where a concern waits, and is not kept from the student. */
export const holdersFor = (
  { tx, now }: Unit,
  { schoolId, studentId }: Waiting,
  roles: readonly Role[],
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about: studentId === null ? [] : [studentId], roles, now })

/** Whom a concern waits for: the role its queue was given to, or all triage staff where nobody holds it. */
export async function queueOf(unit: Unit, waiting: Waiting): Promise<StaffLine[]> {
  const deciders = await decidersAt(unit)
  const own = deciders.filter((role) => role === waiting.queueRole)
  const people = own.length === 0 ? [] : await holdersFor(unit, waiting, own)
  return people.length > 0 ? people : holdersFor(unit, waiting, deciders)
}

/** Tells people something about a concern: a notice in the app, and a neutral message. */
export async function tellOf(
  unit: Unit,
  { id }: Waiting,
  { people, kind }: { people: readonly string[]; kind: NoticeKind },
): Promise<void> {
  // Who leads may not open a concern: their news leads to none.
  const subject = { type: kind === 'concern.undecided' ? 'late_concern' : 'concern', id }
  for (const personId of people) {
    insertNotice(unit, { personId, kind, subject })
    await unit.tell(personTold, { personId, kind, subject })
  }
}
