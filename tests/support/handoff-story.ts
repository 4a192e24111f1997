import { bookAppointment } from '#handoffs/book-appointment.ts'
import { confirmPoints } from '#handoffs/confirm-points.ts'
import { confirmReceipt } from '#handoffs/confirm-receipt.ts'
import { givePlan } from '#handoffs/give-plan.ts'
import { recordConversation } from '#handoffs/record-conversation.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { referralStory } from './referral-story.ts'

/** Tuesday, October 13, 2026, 10:05 in Los Angeles: when path (b) is decided. */
export const decidedAt = '2026-10-13T17:05:00Z'

/** The four points of the conversation. */
export const everyPoint = ['service', 'intake', 'information', 'choices']

/** A conversation by phone with the caregiver the school contacts first. */
export const conversationWith = (family: FamilyKey, referralId: string) => ({
  referralId,
  mode: 'phone',
  caregiverId: families[family].caregivers[0]?.id,
  language: families[family].language,
  studentTookPart: 'yes',
})

/** A first visit two days after the decision. */
export const visitFor = (referralId: string, given = {}) => ({
  referralId,
  kind: 'assessment',
  on: '2026-10-15',
  at: '16:30',
  place: '214 Cedar Street',
  modality: 'in_person',
  ...given,
})

const asked = {
  referral_disclosure: 'yes',
  status_feedback: 'yes',
  participation: 'no',
  safety_signals: 'yes',
} as const

/** A warm handoff told part by part, as on the phone. */
export async function handoffStory() {
  const story = await referralStory({ at: decidedAt })
  const { must } = story
  const maya = () => story.being('maya')
  const parts = {
    choose: (id: string) => story.choose(id),
    talk: async (id: string, family: FamilyKey) => {
      must(await recordConversation.perform(maya(), conversationWith(family, id)))
      must(await confirmPoints.perform(maya(), { referralId: id, points: everyPoint }))
    },
    ask: (id: string, family: FamilyKey) => story.answer(id, family, asked),
    send: (id: string) => story.send(id),
    receipt: async (id: string) =>
      must(await confirmReceipt.perform(maya(), { referralId: id, confirmedBy: 'Noor Aziz' })),
    visit: async (id: string) => must(await bookAppointment.perform(maya(), visitFor(id))),
    logistics: async (id: string) =>
      must(await settleLogistics.perform(maya(), { referralId: id, transport: 'school_ride' })),
    plan: async (id: string) =>
      must(await givePlan.perform(maya(), { referralId: id, planLanguage: 'es', delivery: ['paper'] })),
  }
  type PartName = keyof typeof parts
  const rowOf = async (query: string, id: string) => (await story.admin.query(query, [id])).rows[0]
  return {
    ...story,
    maya,
    parts,
    /** Everything of a call, or everything but the parts named. */
    async call(family: FamilyKey, without: readonly PartName[] = []) {
      const id = await story.decide(family)
      for (const name of Object.keys(parts) as PartName[])
        if (!without.includes(name)) await parts[name](id, family)
      return id
    },
    /** The handoff as the database has it. */
    row: (id: string) => rowOf('select * from handoff where referral_id = $1', id),
    referral: (id: string) => rowOf('select * from referral where id = $1', id),
  }
}
export type HandoffStory = Awaited<ReturnType<typeof handoffStory>>
