import type pg from 'pg'
import { answerQuestion } from '#concerns/answer-question.ts'
import { askReporter } from '#concerns/ask-reporter.ts'
import { addDocuments } from '#consent/add-documents.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { startIncident } from '#crisis/start-incident.ts'
import type { Doer } from '#access/doer.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { correctHandoff } from '#handoffs/correct-handoff.ts'
import { pdf } from '#platform/scan/files-for-specs.ts'
import { takeScan } from '#platform/scan/scan.ts'
import { newId } from '#platform/ids.ts'
import { offerTimes } from '#referrals/offer-times.ts'
import { answerRequest } from '#records/answer-request.ts'
import { recordRequest } from '#records/record-request.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { idOf } from '../riverside/ids.ts'
import { partners, riversideId } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import type { CastKey } from '../riverside/cast.ts'
import { pastGuards } from './plant.ts'

export type Telling = { admin: pg.ClientBase; being(key: CastKey, position?: number): Doer }

/** The father of a student, who is kept away by an order, and one of two parents who live apart. */
export const relatives = {
  rafael: { id: idOf('person/rafael.delgado'), name: 'Rafael Delgado', student: families.sofia.id },
  petra: { id: idOf('person/petra.brandt'), name: 'Petra Brandt', student: families.felix.id },
} as const

/** Before anything is told: people of families whom the cast has not, and care that stands apart by law. */
export async function setPrivacyScene(admin: pg.ClientBase): Promise<void> {
  await pastGuards(admin, async () => {
    for (const { id, name, student } of Object.values(relatives)) {
      const values = [riversideId, id, name, student]
      await admin.query(
        `insert into person (district_id, id, name, language, created_at) values ($1, $2, $3, 'en', '2026-08-03')`,
        values.slice(0, 3),
      )
      await admin.query(
        `insert into assignment (district_id, id, person_id, role, student_id, starts_on)
         values ($1, $2, $2, 'caregiver', $3, '2026-08-03')`,
        [riversideId, id, student],
      )
    }
    // A court protects how she is reached, and she signs in: what she reads of her own is hers.
    const mother = idOf('person/mother.of.hana')
    await admin.query(
      `insert into person (district_id, id, name, language, created_at) values ($1, $2, 'Her mother', 'en', '2026-08-03')`,
      [riversideId, mother],
    )
    await admin.query('update caregiver set person_id = $1 where id = $2', [
      mother,
      families.hana.caregivers[0]?.id,
    ])
    await admin.query(
      `insert into partner_service (district_id, id, partner_id, name, kind, tiers, ages)
       select district_id, $1, partner_id, 'Recovery', 'substance_use', tiers, ages from partner_service
       where partner_id = $2 limit 1`,
      [newId(), partners.northbank.id],
    )
    await admin.query(
      `insert into access_block (district_id, id, student_id, person_id, kind, document_reference, set_by, set_at)
       values ($1, $2, $3, $4, 'custody', 'An order', $4, '2026-08-10')`,
      [riversideId, newId(), relatives.rafael.student, relatives.rafael.id],
    )
  })
}

async function referralOf({ admin }: Telling, family: FamilyKey): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    'select id from referral where student_id = $1 order by id desc limit 1',
    [families[family].id],
  )
  return rows[0]?.id as string
}

const one = async ({ admin }: Telling, text: string, ...values: string[]) =>
  ((await admin.query<{ id: string }>(text, values)).rows[0] as { id: string }).id

/** What the stories of Riverside leave out, by the acts people would do. */
export async function tellMore(telling: Telling): Promise<void> {
  const { being } = telling
  const concern = 'select id from concern where student_id = $1 order by received_at desc limit 1'
  const concernId = await one(telling, concern, families.caleb.id)
  await perform(being('daniel'), askReporter, { concernId })
  await perform(being('joan'), answerQuestion, { concernId, answer: 'She was there at noon too.' })
  const sofia = await referralOf(telling, 'sofia')
  const wrong = { field: 'receiptAt', reason: 'The Call was earlier' }
  const { rows } = await telling.admin.query<{ on: string; at: string }>(
    `select to_char(receipt_at - interval '2 minutes', 'YYYY-MM-DD') as on, to_char((receipt_at - interval '2 minutes')
      at time zone 'America/Los_Angeles', 'HH24:MI') as at from handoff where referral_id = $1`,
    [sofia],
  )
  await perform(being('maya'), correctHandoff, { referralId: sofia, ...wrong, ...rows[0] })
  const first = { onDay: '2026-10-15', atTime: '16:30' }
  const offered = { kind: 'assessment', modality: 'in_person', place: '214 Cedar Street', first }
  await perform(being('noor'), offerTimes, { referralId: await referralOf(telling, 'theo'), ...offered })
  await perform(being('noor'), postSignal, { referralId: sofia, signal: 'call_today' })
  const consent = `select id from consent where student_id = $1 and method = 'paper' limit 1`
  const scans = [await takeScan(pdf({ objects: '5 0 obj <</Said (Signed by Amal)>> endobj' }))]
  const consentId = await one(telling, consent, families.amal.id)
  await perform(being('jonah'), addDocuments, { consentId, scans })
  await perform(being('ruth'), startIncident, { studentId: families.owen.id, place: 'The Gym' })
  await declined(telling)
  await takenBack(telling)
  await careByLaw(telling)
}

/** A family takes its yes back after the packet was sent. */
async function takenBack(telling: Telling): Promise<void> {
  const sent = `select consent_id as id from packet where student_id = $1`
  const consentId = await one(telling, sent, families.guadalupe.id)
  const asked = { consentId, askedBy: 'Rosalba Hernández', channel: 'phone', extent: 'everything' }
  await perform(telling.being('maya'), revokeConsent, asked)
}

/** A correction that the school does not make: what the family says against it is kept beside. */
async function declined({ being }: Telling): Promise<void> {
  const studentId = families.sofia.id
  const asked = { studentId, kind: 'correction', askedBy: 'caregiver', askedByName: 'Carmen Delgado' }
  const about = { owner: 'district', about: 'She was never late', receivedOn: '2026-10-12' }
  const { requestId } = await perform(being('leila'), recordRequest, { ...asked, ...about })
  const answer = { answer: 'refused', note: 'The record is right', statement: 'We Still say she was not' }
  await perform(being('leila'), answerRequest, { studentId, recordRequestId: requestId, ...answer })
}

/** A mother says yes to an agency that also treats substance use: her own family page does not say so. */
async function careByLaw(telling: Telling): Promise<void> {
  const referralId = await referralOf(telling, 'mateo')
  const maya = telling.being('maya')
  await perform(maya, choosePartner, { referralId, partnerId: partners.northbank.id })
  const [mother] = families.mateo.caregivers
  await perform(maya, recordConsent, {
    referralId,
    caregiverId: mother?.id,
    method: 'phone_witnessed',
    witness: 'Grace Whitfield',
    language: 'es',
    endsOn: '2027-06-30',
    answers: {
      referral_disclosure: 'yes',
      status_feedback: 'yes',
      participation: 'yes',
      safety_signals: 'yes',
    },
  })
}
