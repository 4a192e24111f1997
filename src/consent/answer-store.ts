import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Answer, Consent } from './consent.ts'

/**
 * Who in the family reads a record: what a student answered, the student alone. So also what concerns an
 * agency of substance-use care (42 CFR Part 2), unless the student had told that agency yes, and not alone
 * under a rule of minors. Everything else, the caregivers too.
 */
const familySees = (district: string) => sql`
  case when "minorConsented" or "grantorKind" = 'student' then 'student'
    when exists (select from partner_service s where s.district_id = ${district}::uuid and s.partner_id = t."partnerId"
      and s.kind = 'substance_use') and not exists (select from consent o
        join consent_answer y on y.district_id = o.district_id and y.consent_id = o.id and y.answer
        where o.district_id = ${district}::uuid and o.student_id = t."studentId" and o.partner_id = t."partnerId"
          and o.grantor_kind = 'student' and not o.minor_consented) then 'student'
    else 'family' end`

const add = statement(
  ($: { district: string; rows: string }) => sql`
    insert into consent (district_id, id, student_id, partner_id, referral_id, kind, grantor_kind, grantor_age, minor_rule_id,
      minor_consented, caregiver_id, grantor_name,
      relationship, authority, method, witness, document_reference, language, interpreter, purpose, wording_version, starts_at,
      ends_on, given_at, recorded_by, discloses, tells_back, agency_named, school_named, family_sees)
    select ${$.district}::uuid, id, "studentId", "partnerId", "referralId", kind, "grantorKind", "grantorAge", "minorRuleId",
      "minorConsented", "caregiverId", "grantorName",
      relationship, authority, method, witness, "documentReference", language, interpreter, purpose, "wordingVersion",
      "startsAt", "endsOn", "givenAt", "recordedBy", discloses, "tellsBack",
      (select p.short_name from partner p where p.district_id = ${$.district}::uuid and p.id = t."partnerId"),
      (select s.name from referral f join school s on s.district_id = f.district_id and s.id = f.school_id
        where f.district_id = ${$.district}::uuid and f.id = t."referralId"),
      ${familySees($.district)}
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, "studentId" uuid, "partnerId" uuid, "referralId" uuid, kind text,
      "grantorKind" text, "grantorAge" int, "minorRuleId" uuid, "minorConsented" boolean, "caregiverId" uuid,
      "grantorName" text, relationship text, authority text, method text, witness text,
      "documentReference" text, language text, interpreter text, purpose text, "wordingVersion" text, "startsAt" timestamptz,
      "endsOn" date, "givenAt" timestamptz, "recordedBy" uuid,
      discloses boolean, "tellsBack" boolean)`,
)
const addAnswers = statement(
  ($: { district: string; rows: string }) => sql`
    insert into consent_answer (district_id, consent_id, scope, partner_id, answer, items, student_id, family_sees)
    select c.district_id, c.id, t.scope, c.partner_id, t.answer, t.items, c.student_id, c.family_sees
    from jsonb_to_recordset(${$.rows}::jsonb) as t("consentId" uuid, scope text, answer boolean, items text[])
    join consent c on c.district_id = ${$.district} and c.id = t."consentId"`,
)

/** What follows from the rows around it is read when it is kept: the names that were read out among it. */
type Followed =
  | 'endsAt'
  | 'recordedByName'
  | 'revokedAt'
  | 'partTwo'
  | 'familySees'
  | 'agencyNamed'
  | 'schoolNamed'
export type NewConsent = Omit<Consent, Followed>

const answerTo = (given: readonly Answer[], asked: Answer['scope']) =>
  given.find(({ scope }) => scope === asked)?.answer ?? null

/** Keeps records of consent with their answers. */
export function addConsents({ tx, districtId }: Unit, consents: readonly NewConsent[]): void {
  const rows = consents.map(({ answers: given, ...row }) => ({
    ...tx.sealed('consent', { row: row.id, of: row.studentId }, row),
    discloses: answerTo(given, 'referral_disclosure'),
    tellsBack: answerTo(given, 'status_feedback'),
  }))
  const answers = consents.flatMap(({ id, answers: given }) =>
    given.map((answer: Answer) => ({ consentId: id, ...answer })),
  )
  tx.write(add, { district: districtId, rows: JSON.stringify(rows) })
  tx.write(addAnswers, { district: districtId, rows: JSON.stringify(answers) })
  tx.forget('consents')
}
