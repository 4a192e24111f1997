import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { reactions, when } from '#access/happening.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { triageDecided } from '#concerns/contract.ts'
import { consentAnswered, consentRevoked } from '#consent/contract.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { tellPartnerToStop } from '#consent/tell-partner.ts'
import {
  followAnswers as handoffFollowsAnswers,
  noteHighNeed,
  noteSending,
  openHandoff,
  passHandoffOn,
} from '#handoffs/contract.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { postMessage } from '#messages/post-message.ts'
import {
  highNeedStated,
  navigatorChanged,
  openReferral,
  referralOpened,
  referralSent,
} from '#referrals/contract.ts'
import { followAnswers, followRevocation } from '#referrals/follow-consent.ts'
import { packetHash } from '#referrals/packet.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { partners, type PartnerKey, schools } from '../riverside/places.ts'
import { insertRows } from '../riverside/rows.ts'
import { standardId } from '../riverside/standards.ts'
import { riverside, type World } from './riverside.ts'

/** What follows what on the way from a decision to a first visit. */
export const pathwayWiring = reactions([
  when(personTold, postMessage),
  when(triageDecided, openReferral),
  when(referralOpened, openHandoff),
  when(referralSent, noteSending),
  when(highNeedStated, noteHighNeed),
  when(navigatorChanged, passHandoffOn),
  when(consentAnswered, followAnswers, handoffFollowsAnswers),
  when(consentRevoked, followRevocation, tellPartnerToStop),
])

const Decided = z.object({
  studentId: z.string(),
  schoolId: z.string(),
  navigatorId: z.string(),
  reason: z.string(),
})

type Decision = z.output<typeof Decided> & { concernId: string; decisionId: string; at: string }

/** The rows of a concern that took path (b), as short as the database lets them be. */
async function insertDecision(unit: Unit, { concernId, decisionId, at, ...decided }: Decision) {
  const about = { district_id: unit.districtId, student_id: decided.studentId, school_id: decided.schoolId }
  const said = { source: 'staff', observed: 'Quiet for two weeks', schoolwork: 'Eight pieces missing' }
  const timed = {
    state: 'triaged',
    urgency: 'this_week',
    received_at: at,
    due_at: at,
    due_standard: {},
    version: 1,
  }
  await insertRows(unit.tx, 'concern', [{ ...about, ...said, ...timed, id: concernId }])
  const scored = { checklist_id: standardId('checklist'), checklist_version: 1, answers: {}, score: 5 }
  const chosen = { indicated: 'b', chosen: 'b', tier: 3, reason_category: decided.reason, high_risk: false }
  const by = { decided_by: unit.actor.personId, decided_at: at }
  await insertRows(unit.tx, 'triage_decision', [
    { ...about, ...scored, ...chosen, ...by, id: decisionId, concern_id: concernId },
  ])
}

/** A triage decision for path (b). The act of triage has specs of its own. */
const decideForPartner = act({
  name: 'specs/decide-for-partner',
  by: ['counselor'],
  given: Decided,
  async do(unit, given) {
    unit.permit(true)
    const [concernId, decisionId] = [unit.id(), unit.id()]
    const at = unit.now.toISOString()
    await insertDecision(unit, { ...given, concernId, decisionId, at })
    const { studentId, schoolId, navigatorId, reason: reasonCategory } = given
    unit.record('concern.triaged', { type: 'concern', id: concernId, studentId })
    unit.record('decision.made', { type: 'decision', id: decisionId, studentId })
    const about = { decisionId, concernId, studentId, schoolId, navigatorId, reasonCategory }
    await unit.tell(triageDecided, { ...about, path: 'b', tier: 3, decidedAt: at, highRisk: false })
    return done({ decisionId })
  },
})

const must = <T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T => {
  if (!outcome.done) throw new Error(`Refused: ${outcome.because.join(', ')}`)
  return outcome.result
}

/** Answers given by phone with a witness, as most are. */
export const byPhone = (family: FamilyKey) => ({
  caregiverId: families[family].caregivers[0]?.id as string,
  method: 'phone_witnessed',
  witness: 'Interpreter 4471',
  language: families[family].language,
  endsOn: '2027-06-30',
})

/**
 * Riverside with the model in force and the pathway wired, and the steps of a referral told one after
 * another.
 */
export async function referralStory(options: { at?: string } = {}) {
  const world: World = await riverside({ wiring: pathwayWiring, ...options })
  const maya = world.being('maya')
  const latest = async (studentId: string) => {
    const { rows } = await world.admin.query<{ id: string }>(
      'select id from referral where student_id = $1 order by referred_at desc, id desc limit 1',
      [studentId],
    )
    return rows[0]?.id as string
  }
  return {
    ...world,
    /** Path (b) is decided, and the referral's id comes back. */
    async decide(
      family: FamilyKey,
      {
        by = 'daniel',
        navigator = 'maya',
        reason = 'worry_and_sleep',
      }: { by?: CastKey; navigator?: CastKey; reason?: string } = {},
    ) {
      const { id: studentId, school } = families[family]
      const given = { studentId, schoolId: schools[school].id, navigatorId: cast[navigator].id, reason }
      must(await decideForPartner.perform(world.being(by), given))
      return latest(studentId)
    },
    async choose(referralId: string, partner: PartnerKey = 'cedarStreet') {
      must(await choosePartner.perform(maya, { referralId, partnerId: partners[partner].id }))
    },
    /** The family answers yes or no to each question named. */
    async answer(referralId: string, family: FamilyKey, answers: Record<string, 'yes' | 'no'>) {
      return must(await recordConsent.perform(maya, { referralId, ...byPhone(family), answers })).consentIds
    },
    async send(referralId: string) {
      return must(await sendReferral.perform(maya, { referralId, caregiverPresent: 'yes' }))
    },
    must,
    packetHash,
  }
}
export type Story = Awaited<ReturnType<typeof referralStory>>
