import { startIncident } from '#crisis/start-incident.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { newId } from '#platform/ids.ts'
import { offerTimes } from '#referrals/offer-times.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { requestFurtherReferral } from '#referrals/request-further-referral.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners, riversideId, schools } from '../riverside/places.ts'
import { agencyStory, thursday } from './agency-story.ts'
import { alertId } from './alert-ids.ts'
import { linkIds } from './link-ids.ts'
import { absenceIds } from './absence-ids.ts'
import { openingIds } from './opening-ids.ts'
import { triageIds } from './triage-ids.ts'
import { crisisIds } from './crisis-ids.ts'
import { blockIds } from './block-ids.ts'
import { escalationIds } from './escalation-ids.ts'
import { helpIds } from './help-ids.ts'
import { reviewIds } from './review-ids.ts'
import { exceptionIds, recordIds } from './exception-ids.ts'

type Ids = Record<string, string>

const first = { onDay: '2026-10-15', atTime: '16:30' }
const { kind, modality, place } = thursday

type Story = Awaited<ReturnType<typeof agencyStory>>

/** What hangs on visits: the reminder of one, and a time that is offered. */
async function ofVisits({ rows }: Story, { referralId, offered }: { referralId: string; offered: string }) {
  const idIn = async (table: string, id: string) =>
    (await rows(`select id from ${table} where referral_id = $1`, id))[0]?.['id'] as string
  return {
    reminderId: await idIn('appointment_reminder', referralId),
    offerId: await idIn('visit_offer', offered),
  }
}

/** Referrals at each part of the way, and what hangs on them. */
async function referralIds(story: Story): Promise<Ids> {
  const { being, must } = story
  const one = async (table: string, where: string, values: unknown[]) =>
    (
      (await story.admin.query<{ id: string }>(`select id from ${table} where ${where}`, values)).rows[0] as {
        id: string
      }
    ).id
  const open = await story.decide('kayla')
  await story.choose(open)
  const declined = await story.decide('theo')
  await story.choose(declined)
  await story.answer(declined, 'theo', { referral_disclosure: 'no' })
  const { referralId: sent } = await story.sent('mateo')
  const { referralId, consentIds } = await story.accepted('sofia')
  const { referralId: offered } = await story.accepted('hana')
  for (const each of [referralId, offered])
    must(await offerTimes.perform(story.noor(), { referralId: each, kind, modality, place, first }))
  const { requestId } = must(await requestFurtherReferral.perform(story.noor(), { referralId: offered }))
  must(await postSignal.perform(story.noor(), { referralId, signal: 'call_today' }))
  const appointmentId = await story.book(referralId)
  must(await settleLogistics.perform(being('maya'), { referralId: open, transport: 'unsettled' }))
  const { incidentId } = must(await startIncident.perform(being('joan'), {}))
  return {
    open,
    declined,
    sent,
    referralId,
    offered,
    appointmentId,
    requestId,
    incidentId,
    consentId: consentIds[0] as string,
    barrierId: await one('barrier', 'referral_id = $1', [open]),
    ...(await ofVisits(story, { referralId, offered })),
    ...(await helpIds(story, open)),
    signalId: await one('safety_signal', 'referral_id = $1', [referralId]),
  }
}

/** What no act of a story makes. */
async function placeIds({ admin }: Story): Promise<Ids> {
  const cedar = [partners.cedarStreet.id]
  const one = async (table: string, where = 'true', values: string[] = []) =>
    (
      (await admin.query<{ id: string }>(`select id from ${table} where ${where} limit 1`, values))
        .rows[0] as {
        id: string
      }
    ).id
  return {
    closureId: await one('school_closure'),
    termId: await one('school_term'),
    personId: cast.daniel.id,
    assignmentId: assignmentId('daniel'),
    agreementId: await one('agreement', 'partner_id = $1', cedar),
    signOffId: await one('legal_sign_off', 'partner_id = $1', cedar),
    routeId: await one('intake_route', 'partner_id = $1', cedar),
    ruleId: await one('minor_consent_rule'),
    serviceId: await one('partner_service', 'partner_id = $1', cedar),
    partnerId: partners.cedarStreet.id,
    schoolId: schools.alderCreek.id,
    studentId: families.sofia.id,
    caregiverId: families.sofia.caregivers[0]?.id as string,
  }
}

/** A notice, a message nobody took and a roster that was looked at, as other acts would leave them. */
async function leftIds({ admin }: Story): Promise<Ids> {
  const [noticeId, importId, messageId] = [newId(), newId(), newId()]
  const at = { district_id: riversideId, made_at: '2026-10-12T16:00:00Z' }
  const notice = {
    person_id: cast.maya.id,
    kind: 'gate_closed',
    subject_type: 'partner',
    subject_id: newId(),
  }
  const roster = {
    file_name: 'a.zip',
    file_hash: '\\x00',
    format: '1.1 bulk',
    state: 'previewed',
    summary: {},
  }
  const { rows } = await admin.query<{ id: string }>('select id from crisis_incident limit 1')
  const message = {
    kind: 'alert',
    cause: 'crisis.told',
    person_id: cast.ruth.id,
    subject_type: 'crisis_incident',
    subject_id: rows[0]?.id,
    dedupe_key: 'left',
    due_at: at.made_at,
    tries: 3,
    refusals: 3,
    ended_at: at.made_at,
    ending: 'set_apart',
  }
  await admin.query('begin; set local session_replication_role = replica')
  for (const [table, row] of [
    ['notice', { ...at, id: noticeId, ...notice }],
    ['message', { ...at, id: messageId, ...message }],
    ['roster_import', { ...at, id: importId, ...roster }],
  ] as const)
    await admin.query(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [row])
  await admin.query('commit')
  return { noticeId, importId, messageId }
}

/** Copies a row into a district of its own, under a new id: what somebody of another district would name. */
async function copyAway({ admin }: Story, table: string, id: string): Promise<string> {
  const [district, copy] = [newId(), newId()]
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || $2)).* from ${table} t where id = $1`,
    [id, { district_id: district, id: copy, public_code: copy }],
  )
  await admin.query('commit')
  return copy
}

/** Riverside with something of every kind, and a way to what is like it in another district. */
export async function ownIdsStory() {
  const story = await agencyStory({ at: '2026-10-13T16:30:00Z' })
  const parts = [
    absenceIds,
    triageIds,
    referralIds,
    blockIds,
    exceptionIds,
    escalationIds,
    reviewIds,
    openingIds,
    recordIds,
    crisisIds,
    placeIds,
    leftIds,
  ]
  const own: Ids = {}
  for (const part of parts) Object.assign(own, await part(story))
  Object.assign(own, await linkIds(story, own['open'] as string))
  const { referralId, consentId } = own as { referralId: string; consentId: string }
  own['alertId'] = await alertId(story, { referralId, consentId })
  const elsewhere = new Map<string, Promise<string>>()
  return {
    ...story,
    own,
    /** The same kind of row in another district. */
    away(table: string, id: string): Promise<string> {
      const known = elsewhere.get(id) ?? copyAway(story, table, id)
      elsewhere.set(id, known)
      return known
    },
  }
}
export type OwnIdsStory = Awaited<ReturnType<typeof ownIdsStory>>
