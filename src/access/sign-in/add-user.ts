import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'
import { systemActor } from '../actor.ts'
import { type Employer, employerIn } from '../employment.ts'
import { addableRoles, type Role } from '../roles.ts'
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

type Found = { id: string; login_id: string | null; left?: boolean }
type Days = { from: string | null; until: string | null }
type Employed = { employer: Employer | null; employedBy: string | null }
type AssignmentKey = { district: string; person: string; role: string; partner: string | null; all: boolean }
type Stored = Found & { assignmentId: string; added: Added }

const find = statement(
  ($: { district: string; email: string }) => sql<Found>`
    select id, login_id, ended_at is not null as left from person
    where district_id = ${$.district} and lower(email) = ${$.email}
    order by ended_at nulls first, created_at limit 1 for no key update`,
)
const comeBack = statement(
  ($: { district: string; id: string }) => sql`
    update person set ended_at = null where district_id = ${$.district} and id = ${$.id}`,
)
const findAssignment = statement(
  ($: AssignmentKey & { schools: readonly string[]; now: Date }) => sql<{ id: string }>`
    select a.id from assignment a join district d using (district_id)
    where a.district_id = ${$.district} and a.person_id = ${$.person} and a.role = ${$.role} and a.ended_at is null
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
      and a.partner_id is not distinct from ${$.partner}::uuid and a.whole_district = ${$.all}
      and array(select s.school_id from assignment_school s
        where s.district_id = a.district_id and s.assignment_id = a.id order by 1)
        = array(select distinct school from unnest(${$.schools}::uuid[]) as school order by 1)
    order by a.id limit 1`,
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
  ($: AssignmentKey & Days & Employed & { id: string; now: Date }) => sql`
    insert into assignment (district_id, id, person_id, role, partner_id, whole_district, starts_on, ends_on, employer,
      employed_by)
    select d.district_id, ${$.id}, ${$.person}, ${$.role}, ${$.partner}, ${$.all},
      coalesce(${$.from}::date, (${$.now}::timestamptz at time zone d.time_zone)::date), ${$.until}::date, ${$.employer}, ${$.employedBy}::uuid
    from district d where d.district_id = ${$.district}`,
)
const addSchools = statement(
  ($: { district: string; assignment: string; person: string; schools: readonly string[] }) => sql`
    insert into assignment_school (district_id, assignment_id, school_id, person_id)
    select ${$.district}, ${$.assignment}, school, ${$.person} from unnest(${$.schools}::uuid[]) as school`,
)

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
