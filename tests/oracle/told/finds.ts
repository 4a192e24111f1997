import { findConcern } from '#concerns/store.ts'
import { findDecision } from '#concerns/decision-store.ts'
import { findAsking } from '#consent/store.ts'
import { findIncident } from '#crisis/store.ts'
import { findImprovement } from '#debriefs/improvement-store.ts'
import { findEscalation } from '#escalations/store.ts'
import { findException } from '#exceptions/store.ts'
import { findOpening } from '#people/opening-store.ts'
import { findStudent } from '#people/store.ts'
import { findRequest } from '#records/store.ts'
import { findReferral } from '#referrals/store.ts'
import { findFollowUp } from '#returns/follow-up-store.ts'
import { findTask } from '#reviews/task-store.ts'
import { findSupport } from '#supports/store.ts'
import type { Find } from './asked.ts'

const find = (table: string, name: string, ask: Find['ask']): Find => ({
  kind: 'find',
  table,
  name,
  opens: true,
  ask,
})
/** What breaking the glass does not open. */
const closed = (table: string, name: string, ask: Find['ask']): Find => ({
  ...find(table, name, ask),
  opens: false,
})

/** Every query that finds one record for somebody, by its id. */
export const finds: readonly Find[] = [
  find('student', 'people/findStudent', ({ tx, actor }, id) => findStudent(tx, actor, id)),
  find('concern', 'concerns/findConcern', ({ view }, id) => findConcern(view, id)),
  find('triage_decision', 'concerns/findDecision', ({ tx, actor }, id) => findDecision(tx, actor, id)),
  find('referral', 'referrals/findReferral', ({ tx, actor }, id) => findReferral(tx, actor, id)),
  find('referral', 'consent/findAsking', ({ tx, actor }, id) => findAsking(tx, actor, id)),
  find('brief_support', 'supports/findSupport', ({ tx, actor }, id) => findSupport(tx, actor, id)),
  find('crisis_incident', 'crisis/findIncident', ({ tx, actor }, id) => findIncident(tx, actor, id)),
  {
    ...closed('review_task', 'reviews/findTask', ({ tx, actor }, id) => findTask(tx, actor, id)),
    holder: 'owner_id',
  },
  closed('improvement', 'debriefs/findImprovement', ({ tx, actor }, id) => findImprovement(tx, actor, id)),
  closed('follow_up', 'returns/findFollowUp', ({ tx, actor }, id) => findFollowUp(tx, actor, id)),
  find('escalation', 'escalations/findEscalation', ({ tx, actor }, id) => findEscalation(tx, actor, id)),
  {
    ...closed('consent_exception', 'exceptions/findException', ({ tx, actor }, id) =>
      findException(tx, actor, id),
    ),
    along: ['consent_exception_review'],
  },
  {
    ...closed('record_request', 'records/findRequest', ({ tx, actor }, id) => findRequest(tx, actor, id)),
    along: ['record_answer'],
  },
  {
    ...closed('record_opening', 'people/findOpening', ({ tx, actor }, id) => findOpening(tx, actor, id)),
    along: ['record_opening_review'],
  },
]
