import { sql } from 'kysely'
import type { IdentityCheck } from '#access/sign-in/identity-check.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FamilySignIn } from './family-sign-in.ts'

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<FamilySignIn>`
    select a.id as "assignmentId", p.id as "personId", p.name, a.role, a.starts_on as "startsOn", a.ended_at as "endedAt",
      p.login_id is not null as "takenUp", exists (select from access_block b where b.district_id = a.district_id
        and b.student_id = a.student_id and b.person_id = p.id and b.kind <> 'conflict_of_interest' and b.lifted_at is null) as "keptAway",
      exists (select from assignment k where k.district_id = a.district_id and k.person_id = p.id and k.student_id is null
        and k.ended_at is null) as "worksHere",
      f.checked_how as "checkedHow", w.name as "givenByName"
    from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
    left join family_sign_in f on f.district_id = a.district_id and f.assignment_id = a.id
    left join person w on w.district_id = f.district_id and w.id = f.given_by
    where a.district_id = ${$.district} and a.student_id = ${$.student}
    order by a.ended_at desc nulls first, a.starts_on, p.name, a.id`,
)
/** Who of the family signs in for a student, then who did. Reach is judged by the caller. */
export const familySignIns = (tx: Transaction, studentId: string): Promise<FamilySignIn[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

type Linked = { caregiverId: string; personId: string | null; name: string }
const linked = statement(
  ($: { district: string; student: string }) => sql<Linked>`
    select c.id as "caregiverId", c.person_id as "personId", c.name from guardianship g
    join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
    order by g.position, c.name, c.id`,
)
/** The caregivers of a student, and which person each is, where they are one. */
export const caregiversAsPeople = (tx: Transaction, studentId: string): Promise<Linked[]> =>
  tx.all(linked, { district: tx.scope.districtId, student: studentId })

type AtAddress = { id: string; caregiverId: string | null; studentId: string | null }
const byAddress = statement(
  ($: { district: string; email: string }) => sql<AtAddress>`
    select p.id, c.id as "caregiverId", s.student_id as "studentId" from person p
    left join caregiver c on c.district_id = p.district_id and c.person_id = p.id
    left join lateral (select a.student_id from assignment a where a.district_id = p.district_id and a.person_id = p.id
      and a.role = 'student' limit 1) s on true
    where p.district_id = ${$.district} and lower(p.email) = lower(${$.email}) and p.ended_at is null
    order by p.login_id nulls last, p.created_at, p.id limit 1`,
)
/** Whoever is reached at an address, and whose caregiver or which student they are; undefined for nobody. */
export const personAt = (tx: Transaction, email: string): Promise<AtAddress | undefined> =>
  tx.maybe(byAddress, { district: tx.scope.districtId, email })

const addPerson = statement(
  ($: {
    district: string
    id: string
    name: string
    email: string | null
    language: string
    at: Date
  }) => sql`
    insert into person (district_id, id, name, email, language, created_at)
    values (${$.district}, ${$.id}, ${$.name}, ${$.email}, ${$.language}, ${$.at})`,
)
const link = statement(
  ($: { district: string; caregiver: string; person: string }) => sql`
    update caregiver set person_id = ${$.person} where district_id = ${$.district} and id = ${$.caregiver}`,
)
const setAddress = statement(
  ($: { district: string; person: string; email: string }) => sql`
    update person set email = ${$.email} where district_id = ${$.district} and id = ${$.person}`,
)

/** Adds somebody who is no staff: a member of a family. Leaves its trace. @returns the id */
export async function addFamilyMember(
  unit: Unit,
  given: { name: string; email: string | null; language: string },
): Promise<string> {
  const id = unit.id()
  const language = given.language === 'unknown' ? 'en' : given.language
  await unit.tx.run(addPerson, { ...given, language, district: unit.districtId, id, at: unit.now })
  unit.record('person.added', { type: 'person', id })
  return id
}

/** Says which person a caregiver is. The trace is of the caregiver, about this student. */
export async function linkCaregiver(
  unit: Unit,
  { caregiverId, personId, studentId }: { caregiverId: string; personId: string; studentId: string },
): Promise<void> {
  await unit.tx.run(link, { district: unit.districtId, caregiver: caregiverId, person: personId })
  unit.record(
    'caregiver.updated',
    { type: 'caregiver', id: caregiverId, studentId },
    { fields: ['personId'] },
  )
}

const unlink = statement(
  ($: { district: string; caregiver: string; person: string }) => sql`
    update caregiver set person_id = null where district_id = ${$.district} and id = ${$.caregiver} and person_id = ${$.person}`,
)
/** Says that a caregiver is not this person after all. The trace is of the caregiver, about this student. */
export async function unlinkCaregiver(
  unit: Unit,
  { personId, studentId }: { personId: string; studentId: string },
): Promise<void> {
  const family = await caregiversAsPeople(unit.tx, studentId)
  for (const { caregiverId } of family.filter((each) => each.personId === personId)) {
    await unit.tx.run(unlink, { district: unit.districtId, caregiver: caregiverId, person: personId })
    const subject = { type: 'caregiver', id: caregiverId, studentId }
    unit.record('caregiver.updated', subject, { fields: ['personId'] })
  }
}

/** Which person a caregiver is, who becomes one where they were none. Leaves its traces. */
export async function personOf(
  unit: Unit,
  {
    id: caregiverId,
    studentId,
    name,
    language,
  }: { id: string; studentId: string; name: string; language: string },
): Promise<string> {
  const family = await caregiversAsPeople(unit.tx, studentId)
  const known = family.find((each) => each.caregiverId === caregiverId)?.personId
  if (known !== null && known !== undefined) return known
  const personId = await addFamilyMember(unit, { name, email: null, language })
  await linkCaregiver(unit, { caregiverId, personId, studentId })
  return personId
}

/** Where the invitation of somebody goes who has no account yet. Leaves its trace. */
export async function setInvitationAddress(unit: Unit, personId: string, email: string): Promise<void> {
  await unit.tx.run(setAddress, { district: unit.districtId, person: personId, email })
  unit.record('person.address_set', { type: 'person', id: personId })
}

const assign = statement(
  (
    $: Record<'district' | 'id' | 'person' | 'role' | 'student' | 'on', string> & { until: string | null },
  ) => sql`
    insert into assignment (district_id, id, person_id, role, student_id, starts_on, ends_on)
    values (${$.district}, ${$.id}, ${$.person}, ${$.role}, ${$.student}, ${$.on}, ${$.until})`,
)
const keep = statement(
  (
    $: Record<'district' | 'assignment' | 'student' | 'person' | 'how' | 'by', string> & {
      caregiver: string | null
      at: Date
    },
  ) => sql`
    insert into family_sign_in (district_id, assignment_id, student_id, person_id, caregiver_id, checked_how, given_by, given_at)
    values (${$.district}, ${$.assignment}, ${$.student}, ${$.person}, ${$.caregiver}, ${$.how}, ${$.by}, ${$.at})`,
)
type Giving = {
  studentId: string
  personId: string
  caregiverId: string | null
  checkedHow: IdentityCheck
  today: string
  /** The last day it can give anything; null for no such day. */
  until: string | null
}

/** Begins what a sign-in of the family gives, and keeps how it was checked who it is. @returns its id */
export async function beginSignIn(unit: Unit, given: Giving): Promise<string> {
  const { districtId: district, now: at, tx } = unit
  const { studentId: student, personId: person, caregiverId: caregiver, checkedHow: how } = given
  const id = unit.id()
  const role = caregiver === null ? 'student' : 'caregiver'
  await tx.run(assign, { district, id, person, role, student, on: given.today, until: given.until })
  unit.record('assignment.started', { type: 'person', id: person }, { role })
  const by = unit.actor.personId as string
  await tx.run(keep, { district, assignment: id, student, person, caregiver, how, by, at })
  const subject = { type: 'family_sign_in', id, studentId: student }
  unit.record('family_sign_in.given', subject, { person_id: person, checked_how: how, role })
  return id
}

const held = statement(
  ($: { district: string; person: string }) => sql<{ left: number }>`
    select count(*)::int as left from assignment
    where district_id = ${$.district} and person_id = ${$.person} and ended_at is null`,
)
/** How many assignments somebody still holds. */
export const assignmentsLeft = async (tx: Transaction, personId: string): Promise<number> =>
  (await tx.one(held, { district: tx.scope.districtId, person: personId })).left
