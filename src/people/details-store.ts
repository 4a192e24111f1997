import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import { nameWords, wordPairs } from '#platform/name-words.ts'
import type { Caregiver, Student } from './student.ts'

const student = statement(
  ($: {
    district: string
    id: string
    preferred: string | null
    language: string
    disability: string
    neighborhood: string
    accommodation: string | null
  }) => sql`
    update student set preferred_name = ${$.preferred}, home_language = ${$.language}, disability = ${$.disability},
      neighborhood = ${$.neighborhood}, accommodation = ${$.accommodation}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
// Pairs are kept for the order of their words, so one student's are found by the words the student still has.
const forgetPairs = statement(
  ($: { district: string; id: string }) => sql`
    delete from student_name_pair p using student_name a, student_name b
    where a.district_id = ${$.district} and a.student_id = ${$.id} and b.district_id = ${$.district} and b.student_id = ${$.id}
      and p.district_id = ${$.district} and p.student_id = ${$.id} and p.word = a.word and p.later_word = b.word`,
)
const learnPairs = statement(
  ($: { district: string; id: string; words: readonly string[]; later: readonly string[] }) => sql`
    insert into student_name_pair (district_id, word, later_word, student_id)
    select ${$.district}, word, later, ${$.id} from unnest(${$.words}::text[], ${$.later}::text[]) as t(word, later)`,
)
const forget = statement(
  ($: { district: string; id: string; words: readonly string[] }) => sql`
    delete from student_name where district_id = ${$.district} and student_id = ${$.id} and word <> all(${$.words}::text[])`,
)
const learn = statement(
  ($: { district: string; id: string; words: readonly string[]; school: string | null }) => sql`
    insert into student_name (district_id, word, student_id, school_id)
    select ${$.district}, word, ${$.id}, ${$.school}::uuid from unnest(${$.words}::text[]) as t(word)
    on conflict (district_id, word, student_id) do update set school_id = excluded.school_id`,
)

/** Writes a held student's details, and the words search finds the student by. */
export async function saveStudent({ tx, districtId: district }: Unit, given: Student): Promise<void> {
  const {
    id,
    preferredName: preferred,
    homeLanguage: language,
    disability,
    neighborhood,
    accommodation,
  } = given
  const said = tx.sealed('student', { row: id, of: id }, { accommodation })
  await tx.run(student, { district, id, preferred, language, disability, neighborhood, ...said })
  const words = nameWords(given.givenName, given.familyName, preferred)
  const pairs = wordPairs(words)
  await tx.run(forgetPairs, { district, id })
  await tx.run(forget, { district, id, words })
  await tx.run(learn, { district, id, words, school: given.schoolId })
  await tx.run(learnPairs, {
    district,
    id,
    words: pairs.map(([word]) => word),
    later: pairs.map(([, later]) => later),
  })
}

type Reached = Omit<Caregiver, 'id' | 'position' | 'version' | 'protection'>
type Values = Record<'district' | 'id' | 'name' | 'language' | 'rule', string> & {
  phone: string | null
  email: string | null
  interpreter: boolean
  contactHours: string | null
}

const valuesOf = ({ tx, districtId: district }: Unit, id: string, given: Reached): Values => ({
  district,
  id,
  name: given.name,
  language: given.language,
  interpreter: given.interpreter,
  rule: given.contactRule,
  ...tx.sealed(
    'caregiver',
    { row: id, of: id },
    { phone: given.phone, email: given.email, contactHours: given.contactHours },
  ),
})

const caregiver = statement(
  ($: Values) => sql`
    update caregiver set name = ${$.name}, phone = ${$.phone}, email = ${$.email}, language = ${$.language},
      interpreter = ${$.interpreter}, contact_rule = ${$.rule}, contact_hours = ${$.contactHours}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
type Link = Record<'district' | 'student' | 'caregiver' | 'relationship' | 'authority', string> & {
  checked: string | null
}
const guardianship = statement(
  ($: Link) => sql`
    update guardianship set relationship = ${$.relationship}, authority = ${$.authority}, authority_checked_on = ${$.checked}::date
    where district_id = ${$.district} and student_id = ${$.student} and caregiver_id = ${$.caregiver}`,
)

const linkOf = (district: string, id: string, given: Reached): Link => ({
  district,
  student: given.studentId,
  caregiver: id,
  relationship: given.relationship,
  authority: given.authority,
  checked: given.authorityCheckedOn,
})

/** Writes a held caregiver, and what they are to one student. */
export async function saveCaregiver(unit: Unit, given: Caregiver): Promise<void> {
  await unit.tx.run(caregiver, valuesOf(unit, given.id, given))
  await unit.tx.run(guardianship, linkOf(unit.districtId, given.id, given))
}

const addCaregiver = statement(
  ($: Values) => sql`
    insert into caregiver (district_id, id, name, phone, email, language, interpreter, contact_rule, contact_hours)
    values (${$.district}, ${$.id}, ${$.name}, ${$.phone}, ${$.email}, ${$.language}, ${$.interpreter}, ${$.rule}, ${$.contactHours})`,
)
const addLink = statement(
  ($: Link) => sql`
    insert into guardianship (district_id, student_id, caregiver_id, relationship, authority, authority_checked_on, position)
    values (${$.district}, ${$.student}, ${$.caregiver}, ${$.relationship}, ${$.authority}, ${$.checked}::date,
      (select coalesce(max(g.position), 0) + 1 from guardianship g
        where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null))`,
)

/** Adds a caregiver to a student and answers the new id. */
export async function insertCaregiver(unit: Unit, given: Reached): Promise<string> {
  const id = unit.id()
  await unit.tx.run(addCaregiver, valuesOf(unit, id, given))
  await unit.tx.run(addLink, linkOf(unit.districtId, id, given))
  return id
}
