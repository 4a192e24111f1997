import { toldOf } from '#escalations/alert-store.ts'
import { breachesOf } from '#escalations/breach-store.ts'
import { risenFrom } from '#escalations/crisis-store.ts'
import { entriesOf } from '#escalations/entry-store.ts'
import { openEscalationsOf } from '#escalations/store.ts'
import type { Under } from './asked.ts'

const of =
  (parent: Under['parent']) =>
  (table: string, name: string, ask: Under['ask']): Under => ({ kind: 'under', parent, table, name, ask })
const escalation = of('escalation')

/** Stalled loops, what was written in them, who was told, and which crises rose out of them. */
export const ofEscalations: readonly Under[] = [
  of('student')('escalation', 'escalations/openEscalationsOf', ({ tx }, id) => openEscalationsOf(tx, id)),
  of('referral')('standard_breach', 'escalations/breachesOf', ({ tx }, id) => breachesOf(tx, id)),
  escalation('escalation_entry', 'escalations/entriesOf', ({ tx }, id) => entriesOf(tx, id)),
  escalation('escalation_crisis', 'escalations/risenFrom', ({ tx }, id) => risenFrom(tx, id)),
  escalation('escalation_alert', 'escalations/toldOf', ({ tx }, id) => toldOf(tx, id)),
]
