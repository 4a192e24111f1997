import type pg from 'pg'
import type { Mutant } from './mutant.ts'
import { keptMutants } from './kept-mutants.ts'
import { openedMutants } from './opened-mutants.ts'

const sameDistrict = `(district_id = (NULLIF(current_setting('app.district_id'::text, true), ''::text))::uuid)`
const school = `COALESCE((current_setting('app.side'::text, true) = ANY (ARRAY['school'::text, 'system'::text])), false)`
const agency = `(partner_id = (NULLIF(current_setting('app.partner_id'::text, true), ''::text))::uuid)`
const treats = `(current_setting('app.clinician'::text, true) = 'yes'::text)`
const child = `(id = (NULLIF(current_setting('app.student_id'::text, true), ''::text))::uuid)`
const unblocked = `(student_id <> ALL ((current_setting('app.blocked'::text))::uuid[]))`
const ofChild = `(student_id = (NULLIF(current_setting('app.student_id'::text, true), ''::text))::uuid)`
const familyReads = `(family_sees = ANY (string_to_array(current_setting('app.family_reads'::text, true), ','::text)))`
const forWhom = `(person_id = (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid)`
const token = 'house.standing_of_token(uuid, bytea, timestamptz)'

/** Each is small, and each would let somebody see what is not theirs, or keep from them what is. */
export const mutants: readonly Mutant[] = [
  { says: 'the wall between districts is gone', of: { table: 'referral' }, from: sameDistrict, to: '(true)' },
  {
    says: 'the district is an or',
    of: { table: 'concern' },
    from: `${sameDistrict} AND`,
    to: `${sameDistrict} OR`,
  },
  { says: 'every side is the school', of: { table: 'barrier' }, from: school, to: '(true)' },
  {
    says: 'the family side reads what the school does',
    of: { table: 'handoff' },
    from: `'system'::text])`,
    to: `'system'::text, 'family'::text])`,
  },
  {
    says: 'an agency reads what names any agency',
    of: { table: 'packet' },
    from: agency,
    to: '(partner_id IS NOT NULL)',
  },
  {
    says: 'whoever takes referrals in reads what clinicians write for themselves',
    of: { table: 'provider_note' },
    from: treats,
    to: '(true)',
  },
  {
    says: 'clinicians read what those of another agency write for themselves',
    of: { table: 'provider_note' },
    from: agency,
    to: '(partner_id IS NOT NULL)',
  },
  {
    says: 'the school reads what clinicians write for themselves',
    of: { table: 'provider_note' },
    from: `((current_setting('app.side'::text, true) = 'partner'::text) AND ${agency}) AND ${treats}`,
    to: `(current_setting('app.side'::text, true) = ANY (ARRAY['partner'::text, 'school'::text]))`,
  },
  {
    says: 'an agency reads what was not sent',
    of: { table: 'referral' },
    from: '(sent_at IS NOT NULL)',
    to: '(true)',
  },
  { says: 'a family reads every student', of: { table: 'student' }, from: child, to: '(true)' },
  {
    says: 'a family reads consents of every student',
    of: { table: 'consent' },
    from: ofChild,
    to: '(true)',
  },
  {
    says: 'a family reads whatever crossed',
    of: { table: 'disclosure' },
    from: familyReads,
    to: '(true)',
  },
  {
    says: 'a caregiver reads what the student alone reads',
    of: { table: 'consent_answer' },
    from: familyReads,
    to: `(family_sees <> 'nobody')`,
  },
  {
    says: 'a student reads no more than a caregiver',
    of: { table: 'disclosure_reading' },
    from: familyReads,
    to: `(family_sees = 'family')`,
  },
  {
    says: 'a caregiver reads a link that was sent to another',
    of: { table: 'family_link' },
    from: forWhom,
    to: '(true)',
  },
  { says: 'a block is forgotten', of: { table: 'consent' }, from: unblocked, to: '(true)' },
  {
    says: 'a block is turned round',
    of: { table: 'appointment' },
    from: unblocked,
    to: unblocked.replace('<> ALL', '= ANY'),
  },
  {
    says: 'a block hides what is of no student',
    of: { table: 'concern' },
    from: 'END, true)',
    to: 'END, false)',
  },
  ...keptMutants,
  { says: 'who has left still acts', of: { routine: token }, from: 'p.ended_at is null and', to: '' },
  {
    says: 'an assignment that was ended still holds',
    of: { routine: token },
    from: '(a.ended_at is null or a.ended_at > at)',
    to: 'true',
  },
  { says: 'the last day is not included', of: { routine: token }, from: 'a.ends_on >= ', to: 'a.ends_on > ' },
  {
    says: 'an assignment holds before its first day',
    of: { routine: token },
    from: 'a.starts_on <= (at at time zone d.time_zone)::date',
    to: 'true',
  },
  { says: 'days are those of another clock', of: { routine: token }, from: 'd.time_zone', to: `'UTC'` },
  {
    says: 'an agency that has ended still acts',
    of: { routine: token },
    from: '(r.id is null or r.ended_at is null or r.ended_at > at)',
    to: 'true',
  },
  {
    says: 'whom an agency lent to a school stays when its work has ended',
    of: { routine: token },
    from: 'coalesce(a.partner_id, a.employed_by)',
    to: 'a.partner_id',
  },
  {
    says: 'one assignment covers every school',
    of: { routine: token },
    from: 'a.whole_district,',
    to: 'true,',
  },
  {
    says: 'schools of any assignment count',
    of: { routine: token },
    from: ' and s.assignment_id = a.id',
    to: '',
  },
  ...openedMutants,
]

type Policy = { sees: string; writes: string }

async function policyOf(admin: pg.ClientBase, table: string): Promise<Policy> {
  const { rows } = await admin.query<Policy>(
    `select pg_get_expr(polqual, polrelid) as sees, pg_get_expr(polwithcheck, polrelid) as writes from pg_policy
     where polrelid = $1::regclass and 'throughline_app'::regrole = any (polroles)`,
    [table],
  )
  return rows[0] as Policy
}

function changed(text: string, { from, to, says }: Mutant): string {
  if (!text.includes(from)) throw new Error(`The defect "${says}" has nothing to change:\n${text}`)
  return text.replaceAll(from, to)
}

/** Makes the defect, does the work, and takes the defect away. @throws when there is nothing to change */
export async function withMutant<T>(
  admin: pg.ClientBase,
  mutant: Mutant,
  work: () => Promise<T>,
): Promise<T> {
  if ('table' in mutant.of) {
    const { table } = mutant.of
    const { sees } = await policyOf(admin, table)
    await admin.query(`alter policy wall on ${table} using (${changed(sees, mutant)})`)
    return work().finally(() => admin.query(`alter policy wall on ${table} using (${sees})`))
  }
  const { rows } = await admin.query<{ text: string }>(
    'select pg_get_functiondef($1::regprocedure) as text',
    [mutant.of.routine],
  )
  const text = rows[0]?.text ?? ''
  await admin.query(changed(text, mutant))
  return work().finally(() => admin.query(text))
}
