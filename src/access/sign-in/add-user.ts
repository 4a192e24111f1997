import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'
import { systemActor } from '../actor.ts'
import { assignableRoles, type Role, sideOf } from '../roles.ts'
import { writeTraces } from '../trail.ts'
import type { Desk } from './desk.ts'
import { invitationAddress } from './letters.ts'
import { addressOf } from './ways-in.ts'

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
}

/** Whom it became, and the invitation to hand over; undefined when the person can sign in already. */
export type AddedUser = { personId: string; assignmentId: string; invitation: string | undefined }

type Found = { id: string; login_id: string | null }

const find = statement(
  ($: { district: string; email: string }) => sql<Found>`
    select id, login_id from person
    where district_id = ${$.district} and lower(email) = ${$.email} and ended_at is null order by created_at limit 1`,
)
const addPerson = statement(
  ($: {
    district: string
    id: string
    name: string
    email: string
    partner: string | null
    now: Date
  }) => sql`
    insert into person (district_id, id, name, email, partner_id, created_at)
    values (${$.district}, ${$.id}, ${$.name}, ${$.email}, ${$.partner}, ${$.now})`,
)
const addAssignment = statement(
  ($: {
    district: string
    id: string
    person: string
    role: string
    partner: string | null
    all: boolean
    now: Date
  }) => sql`
    insert into assignment (district_id, id, person_id, role, partner_id, whole_district, starts_on)
    select d.district_id, ${$.id}, ${$.person}, ${$.role}, ${$.partner}, ${$.all},
      (${$.now}::timestamptz at time zone d.time_zone)::date
    from district d where d.district_id = ${$.district}`,
)
const addSchools = statement(
  ($: { district: string; assignment: string; person: string; schools: readonly string[] }) => sql`
    insert into assignment_school (district_id, assignment_id, school_id, person_id)
    select ${$.district}, ${$.assignment}, school, ${$.person} from unnest(${$.schools}::uuid[]) as school`,
)

async function store(tx: Transaction, user: NewUser, now: Date): Promise<Found & { assignmentId: string }> {
  const { districtId: district, role, partnerId: partner = null, schoolIds = [] } = user
  const email = addressOf(user.email)
  const found = await tx.maybe(find, { district, email })
  const person = found ?? { id: newId(now.getTime()), login_id: null }
  if (found === undefined)
    await tx.run(addPerson, { district, id: person.id, name: user.name, email, partner, now })
  const assignment = { district, id: newId(now.getTime()), person: person.id, role, partner }
  if ((await tx.run(addAssignment, { ...assignment, all: schoolIds === 'all', now })) !== 1) {
    throw new Error('There is no such district')
  }
  const schools = schoolIds === 'all' ? [] : schoolIds
  await tx.run(addSchools, { district, assignment: assignment.id, person: person.id, schools })
  writeTraces(tx, { actor: systemActor(district), at: now }, [
    { kind: 'change', name: 'person.added', subject: { type: 'person', id: person.id } },
    {
      kind: 'change',
      name: 'assignment.started',
      subject: { type: 'person', id: person.id },
      detail: { role },
    },
  ])
  return { ...person, assignmentId: assignment.id }
}

/**
 * Adds a person with an assignment that begins today, or the assignment alone for an address the district
 * knows, and makes an invitation. It is the way in for the first person of a district, so nobody is asked for
 * permission.
 * @throws when the role, the district, a school or the agency is not there
 */
export async function addUser(desk: Desk, user: NewUser): Promise<AddedUser> {
  if (!assignableRoles.includes(user.role) || sideOf(user.role) === 'family') {
    throw new Error(`Nobody can be given the role ${user.role} from here`)
  }
  const now = desk.clock.now()
  const scope = { districtId: user.districtId, side: 'system' } as const
  const {
    id: personId,
    login_id,
    assignmentId,
  } = await desk.db.transaction(scope, (tx) => store(tx, user, now))
  if (login_id !== null) return { personId, assignmentId, invitation: undefined }
  const link = await desk.links.addInvitation({ districtId: user.districtId, personId, now })
  const made = await invitationAddress(desk, link)
  return { personId, assignmentId, invitation: made?.address }
}
