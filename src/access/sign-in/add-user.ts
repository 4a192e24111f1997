import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { systemActor } from '../actor.ts'
import { type Employer, employerIn } from '../employment.ts'
import { addableRoles, type Role } from '../roles.ts'
import { writeTraces } from '../trail.ts'
import type { Desk } from './desk.ts'
import { invitationAddress } from './letters.ts'
import { addressOf } from './ways-in.ts'
import {
  type Found,
  type Days,
  type Employed,
  type AssignmentKey,
  find,
  comeBack,
  findAssignment,
  addPerson,
  addAssignment,
  addSchools,
} from './add-user-store.ts'

/** Somebody to add from the command line, and the one assignment to begin with. */
export type NewUser = {
  districtId: string
  name: string
  email: string
  role: Role
  /** For the school side; `all` covers every school of the district. */
  schoolIds?: readonly string[] | 'all'
  /** For the partner side. */
  partnerId?: string
  /** Who employs them there, and the agency that lends them to a school; as the role says when left out. */
  employer?: Employer | undefined
  employedBy?: string | undefined
  /** First and last day it gives rights, YYYY-MM-DD: from today on and without an end when left out. */
  from?: string | undefined
  until?: string | undefined
}

/** What was new: the person, one more assignment of theirs, or nothing. */
export type Added = 'person' | 'assignment' | 'nothing'

/** Whom it became, and the invitation to hand over; undefined when the person can sign in already. */
export type AddedUser = {
  personId: string
  assignmentId: string
  added: Added
  invitation: string | undefined
}
type Stored = Found & { assignmentId: string; added: Added }

async function begin(
  tx: Transaction,
  {
    key,
    days,
    schools,
    now,
  }: { key: AssignmentKey; days: Days & Employed; schools: readonly string[]; now: Date },
): Promise<string> {
  const { district, person, role } = key
  const id = newId(now.getTime())
  if ((await tx.run(addAssignment, { ...key, ...days, id, now })) !== 1)
    throw new Error('There is no such district')
  await tx.run(addSchools, { district, assignment: id, person, schools })
  const subject = { type: 'person', id: person }
  writeTraces(tx, { actor: systemActor(district), at: now }, [
    {
      kind: 'change',
      name: 'assignment.started',
      subject,
      detail: { role, employer: employerIn(role as Role, days.employer) },
    },
  ])
  return id
}

/** Somebody whose access had ended is the same person as before, with the account they had. */
async function welcomeBack(tx: Transaction, key: { district: string; id: string }, now: Date): Promise<void> {
  await tx.run(comeBack, key)
  const subject = { type: 'person', id: key.id }
  writeTraces(tx, { actor: systemActor(key.district), at: now }, [
    { kind: 'change', name: 'person.came_back', subject },
  ])
}

async function store(tx: Transaction, user: NewUser, now: Date): Promise<Stored> {
  const { districtId: district, role, name, partnerId: partner = null, schoolIds = [] } = user
  const email = addressOf(user.email)
  const found = await tx.maybe(find, { district, email })
  const person = found ?? { id: newId(now.getTime()), login_id: null }
  const all = schoolIds === 'all'
  const schools = all ? [] : schoolIds
  const key = { district, person: person.id, role, partner, all }
  if (found?.left) await welcomeBack(tx, { district, id: person.id }, now)
  const there = found && (await tx.maybe(findAssignment, { ...key, schools, now }))
  if (there !== undefined) return { ...person, assignmentId: there.id, added: 'nothing' }
  if (found === undefined) {
    await tx.run(addPerson, { district, id: person.id, name, email, partner, now })
    const subject = { type: 'person', id: person.id }
    writeTraces(tx, { actor: systemActor(district), at: now }, [
      { kind: 'change', name: 'person.added', subject },
    ])
  }
  const days = {
    from: user.from ?? null,
    until: user.until ?? null,
    employer: user.employer ?? null,
    employedBy: user.employedBy ?? null,
  }
  const assignmentId = await begin(tx, { key, days, schools, now })
  return { ...person, assignmentId, added: found === undefined ? 'person' : 'assignment' }
}

/**
 * Adds a person with an assignment that begins today unless told otherwise, or the assignment alone for an
 * address the district knows, or nothing where both are there; and makes an invitation for whoever cannot
 * sign in yet. It is the way in for the first person of a district, so nobody is asked for permission.
 * @throws when the role, the district, a school or the agency is not there
 */
export async function addUser(desk: Desk, user: NewUser): Promise<AddedUser> {
  if (!addableRoles.includes(user.role)) {
    throw new Error(`Nobody can be given the role ${user.role} from here`)
  }
  const now = desk.clock.now()
  const scope = { districtId: user.districtId, side: 'system' } as const
  const stored = await desk.db.transaction(scope, (tx) => store(tx, user, now))
  const { id: personId, login_id, assignmentId, added } = stored
  if (login_id !== null) return { personId, assignmentId, added, invitation: undefined }
  const link = await desk.links.addInvitation({ districtId: user.districtId, personId, now })
  const made = await invitationAddress(desk, link)
  return { personId, assignmentId, added, invitation: made?.address }
}
