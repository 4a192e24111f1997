import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Answer, Consent } from './consent.ts'

const add = statement(
  ($: { district: string; rows: string }) => sql`
    insert into consent (district_id, id, student_id, partner_id, referral_id, kind, grantor_kind, grantor_age, minor_rule_id,
      minor_consented, caregiver_id, grantor_name,
      relationship, authority, method, witness, document_reference, language, interpreter, purpose, wording_version, starts_at,
      ends_on, given_at, recorded_by, discloses, tells_back)
    select ${$.district}::uuid, id, "studentId", "partnerId", "referralId", kind, "grantorKind", "grantorAge", "minorRuleId",
      "minorConsented", "caregiverId", "grantorName",
      relationship, authority, method, witness, "documentReference", language, interpreter, purpose, "wordingVersion",
      "startsAt", "endsOn", "givenAt", "recordedBy", discloses, "tellsBack"
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, "studentId" uuid, "partnerId" uuid, "referralId" uuid, kind text,
      "grantorKind" text, "grantorAge" int, "minorRuleId" uuid, "minorConsented" boolean, "caregiverId" uuid,
      "grantorName" text, relationship text, authority text, method text, witness text,
      "documentReference" text, language text, interpreter text, purpose text, "wordingVersion" text, "startsAt" timestamptz,
      "endsOn" date, "givenAt" timestamptz, "recordedBy" uuid,
      discloses boolean, "tellsBack" boolean)`,
)
const addAnswers = statement(
  ($: { district: string; rows: string }) => sql`
    insert into consent_answer (district_id, consent_id, scope, partner_id, answer, items)
    select ${$.district}::uuid, "consentId", scope, "partnerId", answer, items
    from jsonb_to_recordset(${$.rows}::jsonb) as t("consentId" uuid, scope text, "partnerId" uuid, answer boolean, items text[])`,
)

export type NewConsent = Omit<Consent, 'endsAt' | 'recordedByName' | 'revokedAt' | 'partTwo'>

const answerTo = (given: readonly Answer[], asked: Answer['scope']) =>
  given.find(({ scope }) => scope === asked)?.answer ?? null

/** Keeps records of consent with their answers. */
export function addConsents({ tx, districtId }: Unit, consents: readonly NewConsent[]): void {
  const rows = consents.map(({ answers: given, ...row }) => ({
    ...row,
    discloses: answerTo(given, 'referral_disclosure'),
    tellsBack: answerTo(given, 'status_feedback'),
  }))
  const answers = consents.flatMap(({ id, partnerId, answers: given }) =>
    given.map((answer: Answer) => ({ consentId: id, partnerId, ...answer })),
  )
  tx.write(add, { district: districtId, rows: JSON.stringify(rows) })
  tx.write(addAnswers, { district: districtId, rows: JSON.stringify(answers) })
  tx.forget('consents')
}
