import { z } from 'zod'
import { Code, words } from './wording.ts'

/** Words shown to staff and families. English is always there. */
const Label = z.strictObject({ en: words(120), es: words(120).optional(), ar: words(120).optional() })

export const ListItem = z.strictObject({
  code: Code,
  label: Label,
  /** Out of use: no longer offered, still readable where it was chosen before. */
  inUse: z.boolean(),
})
export type ListItem = z.infer<typeof ListItem>

/**
 * The lists people choose from, and the codes the product reads in each. Those stay on the list; a closed
 * list takes no others.
 */
export const lists = {
  referral_category: { closed: false, known: ['other'] },
  /** Why a partner cannot accept [R040]. */
  decline: {
    closed: false,
    known: ['capacity', 'out_of_scope', 'eligibility_or_payer', 'language', 'location', 'other'],
  },
  /** What makes care hard to reach [R060]. */
  barrier: {
    closed: false,
    known: [
      'transportation',
      'caregiver_capacity',
      'work_schedule',
      'language',
      'distrust',
      'competing_priorities',
      'intake_complexity',
      'insurance_eligibility',
      'provider_capacity',
      'other',
    ],
  },
  /** What became of an appointment [R083]. */
  appointment_result: {
    closed: true,
    known: ['attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider', 'rescheduled'],
  },
  /** The only statuses a partner and a school exchange [R069]. */
  status: {
    closed: true,
    known: [
      'received',
      'accepted',
      'scheduled',
      'first_appointment_completed',
      'ongoing_engagement',
      'disengaged',
      'redirected',
    ],
  },
  /** How a referral ends. */
  ending: {
    closed: true,
    known: ['connected', 'alternative_plan', 'family_choice', 'moved', 'redirected', 'withdrawn'],
  },
  /** The only three things a missing connection is put down to [R061]. */
  non_connection: { closed: true, known: ['family_choice', 'service_could_not_accept', 'intake_barrier'] },
  /** Why a handoff was not finished the same day [R042]. */
  handoff_miss: { closed: false, known: ['other'] },
  /** What came of trying to reach a caregiver [R053]. */
  contact_result: { closed: false, known: ['reached', 'no_answer', 'left_message'] },
  /** Why the clocks of a referral stand for some days. */
  pause: { closed: false, known: ['other'] },
} as const satisfies Record<string, { closed: boolean; known: readonly string[] }>

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]
/** The codes of a list the product itself reads. */
export type KnownCode<L extends ListName> = (typeof lists)[L]['known'][number]
