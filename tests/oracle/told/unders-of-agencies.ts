import { furtherRequestsOf } from '#referrals/further-store.ts'
import { milestonesOf } from '#referrals/milestone-store.ts'
import { notesOf } from '#services/store.ts'
import type { Under } from './asked.ts'

const referral = (table: string, name: string, ask: Under['ask']): Under => ({
  kind: 'under',
  parent: 'referral',
  table,
  name,
  ask,
})

/** What an agency told of a referral, or keeps of it for itself. */
export const toldByAgencies: readonly Under[] = [
  referral('further_request', 'referrals/furtherRequestsOf', ({ tx }, id) => furtherRequestsOf(tx, id)),
  referral('treatment_milestone', 'referrals/milestonesOf', ({ tx }, id) => milestonesOf(tx, id)),
  referral('provider_note', 'services/notesOf', ({ tx }, id) => notesOf(tx, id)),
]
