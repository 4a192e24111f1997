import type { Unit } from '#access/unit.ts'
import { addDisclosure, itemsBack, itemsThere, crossingNow } from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { AlertAbout, AlertDirection } from './alert.ts'
import type { Served } from './served-store.ts'
import { insertAlert } from './store.ts'

/** The question each way rests on, and the item that crosses. */
const rests = {
  to_partner: { scope: 'school_alerts', item: 'school_alert' },
  to_school: { scope: 'agency_alerts', item: 'agency_alert' },
} as const satisfies Record<AlertDirection, object>

type Moment = Pick<Unit, 'tx' | 'now'>

/** The consent on which an alert may go this way now, and whether the agreement lets it. */
export async function standingNow({ tx, now }: Moment, referral: Served, direction: AlertDirection) {
  const { scope } = rests[direction]
  const today = dayOf(await calendarOf(tx), now)
  const [crossing, { agreement, obstacles }] = await Promise.all([
    crossingNow(tx, { referral, scope, now }),
    gateOf(tx, referral.partnerId, today),
  ])
  const items =
    direction === 'to_school' ? itemsBack(agreement, 'agency_alerts') : itemsThere(agreement, scope)
  return {
    consentId: crossing.allowed ? crossing.consentId : undefined,
    agreed: items.length > 0 && (direction === 'to_school' || obstacles.length === 0),
  }
}

type Sending = { referral: Served; about: AlertAbout; direction: AlertDirection; consentId: string }

/** Keeps an alert that may go, writes it into the accounting, and has it told. @returns its id */
export function send(unit: Unit, { referral, consentId, ...alert }: Sending): string {
  const { id: referralId, studentId, schoolId, partnerId } = referral
  const at = { studentId, referralId, partnerId, consentId }
  const alertId = insertAlert(unit, { ...at, schoolId, ...alert })
  addDisclosure(unit, {
    ...at,
    direction: alert.direction,
    items: [rests[alert.direction].item],
    purpose: 'continuity_of_care',
  })
  unit.record('alert.sent', { type: 'referral', id: referralId, studentId }, { alertId, ...alert })
  setTimer(unit, alertId, unit.now)
  return alertId
}

/** Sets the timer that tells the next ones. There is one for each alert: setting it again moves it. */
export const setTimer = (unit: Unit, alertId: string, at: Date): void =>
  unit.enqueue({
    task: 'alerts/tell-next',
    payload: { alertId },
    key: `alerts/tell-next/${alertId}`,
    at,
  })
