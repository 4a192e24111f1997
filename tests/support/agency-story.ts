import type { Doer } from '#access/doer.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { postStatus } from '#referrals/post-status.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { house } from '../../src/compose.ts'
import { type CastKey, cast } from '../riverside/cast.ts'
import type { FamilyKey } from '../riverside/families.ts'
import { referralStory } from './referral-story.ts'

export type Answers = Record<string, 'yes' | 'no'>
type Row = Record<string, unknown>

/** Yes to every question an agency's word to the school needs. */
export const everything: Answers = {
  referral_disclosure: 'yes',
  status_feedback: 'yes',
  participation: 'yes',
  safety_signals: 'yes',
}

/** An assessment on the Thursday after the stories begin. */
export const thursday = {
  kind: 'assessment',
  onDay: '2026-10-15',
  atTime: '16:30',
  modality: 'in_person',
  place: '214 Cedar Street',
}

/**
 * Riverside with referrals that have reached Cedar Street, told one after another. Everybody acts in the
 * whole house.
 */
export async function agencyStory(options: { at?: string } = {}) {
  const story = await referralStory(options)
  const being = (key: CastKey, position = 0): Doer => ({
    ...story.being(key, position),
    reactions: house.reactions,
  })
  const noor = () => being('noor')

  const sent = async (family: FamilyKey, answers: Answers = everything) => {
    const referralId = await story.decide(family)
    await story.choose(referralId)
    const consentIds = await story.answer(referralId, family, answers)
    await story.send(referralId)
    return { referralId, consentIds }
  }
  const accepted = async (family: FamilyKey, answers: Answers = everything) => {
    const known = await sent(family, answers)
    const named = { clinicianId: cast.tomas.id, credential: 'LCSW' }
    story.must(await acceptReferral.perform(noor(), { referralId: known.referralId, ...named }))
    return known
  }
  const seen = async (family: FamilyKey) => {
    const known = await accepted(family)
    const status = { referralId: known.referralId, status: 'first_appointment_completed' }
    story.must(await postStatus.perform(noor(), status))
    return known
  }
  /** Books a visit at the agency. @returns its id */
  const book = async (referralId: string, change: Row = {}) =>
    story.must(await scheduleVisit.perform(noor(), { referralId, ...thursday, ...change })).appointmentId

  const rows = async (text: string, id: string) => (await story.admin.query<Row>(text, [id])).rows
  const rowOf = async (id: string) => (await rows('select * from referral where id = $1', id))[0] as Row
  const statuses = (id: string) =>
    rows('select * from referral_status where referral_id = $1 order by entered_at, id', id)
  return { ...story, being, noor, sent, accepted, seen, book, rows, rowOf, statuses }
}
export type AgencyStory = Awaited<ReturnType<typeof agencyStory>>
