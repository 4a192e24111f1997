import type { Unit } from '#access/unit.ts'
import type { SupportAlert } from './alert.ts'
import { standingNow } from './crossing.ts'
import type { Served } from './served-store.ts'
import { alertsOfReferral } from './store.ts'

/** An alert as an agency reads it: no name of anybody at the school. */
export type AlertAtAgency = Pick<
  SupportAlert,
  'id' | 'direction' | 'about' | 'sentAt' | 'answerDueAt' | 'acknowledgedAt'
>

/** The alerts an agency may read now: its own, and those of the school while the family's yes holds. */
export async function alertsAtAgency(
  moment: Pick<Unit, 'tx' | 'now'>,
  referral: Served,
): Promise<AlertAtAgency[]> {
  const all = await alertsOfReferral(moment.tx, referral.id)
  if (all.length === 0) return []
  const reads = (await standingNow(moment, referral, 'to_partner')).consentId !== undefined
  return all
    .filter(({ direction }) => direction === 'to_school' || reads)
    .map(({ id, direction, about, sentAt, answerDueAt, acknowledgedAt }) => ({
      id,
      direction,
      about,
      sentAt,
      answerDueAt,
      acknowledgedAt,
    }))
}
