import fc from 'fast-check'
import type { Act } from '#access/act.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { callResponse } from '#crisis/call-response.ts'
import { checkIncident } from '#crisis/check-incident.ts'
import { checkReport } from '#crisis/check-report.ts'
import { closeIncident } from '#crisis/close-incident.ts'
import { confirmEnding } from '#crisis/confirm-ending.ts'
import { describeIncident } from '#crisis/describe-incident.ts'
import { endIncident } from '#crisis/end-incident.ts'
import { explainDeparture } from '#crisis/explain-departure.ts'
import { handOver } from '#crisis/hand-over.ts'
import { nameAnotherStudent } from '#crisis/name-another-student.ts'
import { nameRole } from '#crisis/name-role.ts'
import { noteResult } from '#crisis/note-result.ts'
import { passOn } from '#crisis/pass-on.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { skipStep } from '#crisis/skip-step.ts'
import { takeIncident } from '#crisis/take-incident.ts'
import { tellCaregiver } from '#crisis/tell-caregiver.ts'
import { tellClinician } from '#crisis/tell-clinician.ts'
import { tellNext } from '#crisis/tell-next.ts'
import { tickSafety } from '#crisis/tick-safety.ts'
import { endingFindings } from '#crisis/ending.ts'
import { endings } from '#crisis/incident.ts'
import { dispositions, incidentRoles, responseResults } from '#crisis/entry.ts'
import { departureFindings, reviewDeparture } from '#crisis/review-departure.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'

/** Who acts at an incident. */
export const people = ['joan', 'daniel', 'ruth', 'samuel', 'marcus', 'karen', 'noor', 'helen'] as const
const levels = ['low', 'moderate', 'high'] as const
const responses = ['school_team', 'crisis_line', 'mobile_crisis', 'emergency_services'] as const

/** Something somebody does at an incident; `callId` and `fromId` are what the page shows then. */
export type Doing = { act: Act; given: Record<string, unknown>; by: CastKey | 'house'; minutes: number }
const doing = (act: Act, given: fc.Arbitrary<object> = fc.constant({}), by?: 'house') =>
  fc.record({
    act: fc.constant(act),
    given: given as fc.Arbitrary<Record<string, unknown>>,
    by: by === undefined ? fc.constantFrom(...people) : fc.constant('house' as const),
    minutes: fc.integer({ min: 0, max: 20 }),
  })
export const codes = ['hurt_or_in_reach', 'said', 'with_an_adult', 'today'] as const
const answers = fc.record(
  Object.fromEntries(codes.map((code) => [code, fc.constantFrom(...levels)])) as Record<
    string,
    fc.Arbitrary<string>
  >,
)
const explained = { reason: fc.constant('It had to be'), reviewerId: fc.constant(cast.helen.id) }
export const why = { reason: 'It had to be', reviewerId: cast.helen.id }
const skippable = fc.constantFrom('safety', 'rubric', 'response')
const second = fc.constantFrom(undefined, cast.helen.id)
const someRole = fc.constantFrom(...incidentRoles)
const ending = fc.constantFrom(...endings)
const right = fc.constantFrom(families.zoe.id, families.theo.id)
const stale = fc.constant('stale')
const earlier = fc.constantFrom('2026-10-13T20:29:00Z', '2026-10-13T20:40:00Z', '2027-01-01T00:00:00Z')

/** Anything anybody may do at an incident, in whatever order. */
export const anything: fc.Arbitrary<Doing> = fc.oneof(
  doing(acknowledgeAlert),
  doing(tickSafety, fc.constant({ action: 'not_alone' })),
  doing(nameRole, fc.record({ role: someRole, self: fc.constant('yes') })),
  doing(nameRole, fc.record({ role: someRole, name: fc.constant('An aide') })),
  doing(runRubric, fc.record({ answers })),
  doing(callResponse, fc.record({ response: fc.constantFrom(...responses) })),
  doing(callResponse, fc.record({ response: fc.constantFrom(...responses), ...explained })),
  doing(noteResult, fc.record({ result: fc.constantFrom(...responseResults) })),
  doing(explainDeparture, fc.constant(why)),
  doing(tellCaregiver, fc.constant({ told: 'yes', who: 'R. B.', mode: 'phone', topic: 'safe_now' })),
  doing(tellClinician, fc.constant({ basis: 'none_known' })),
  // From a page that was read before all of it, and from a device that had no network.
  doing(nameRole, fc.record({ role: someRole, self: fc.constant('yes'), seen: stale })),
  doing(tickSafety, fc.record({ action: fc.constant('not_alone'), seen: stale })),
  doing(callResponse, fc.record({ response: fc.constantFrom(...responses), happenedAt: earlier })),
  doing(tickSafety, fc.record({ action: fc.constant('things_away'), happenedAt: earlier })),
  doing(checkReport),
  doing(handOver, fc.record({ disposition: fc.constantFrom(...dispositions), toWhom: fc.constant('R.') })),
  doing(skipStep, fc.record({ step: skippable, why: fc.constant('x'), reviewerId: second })),
  doing(
    reviewDeparture,
    fc.record({ finding: fc.constantFrom(...departureFindings), words: fc.constant('x') }),
  ),
  doing(
    describeIncident,
    fc.constant({ studentId: families.theo.id, place: 'Gym', onPremises: 'yes', knownBy: 'peer_said' }),
  ),
  doing(takeIncident),
  doing(endIncident, fc.record({ ending, why: fc.constant('x'), reviewerId: second })),
  doing(endIncident, fc.record({ ending, why: fc.constant('x'), toWhom: fc.constant('Their office') })),
  doing(confirmEnding, fc.record({ finding: fc.constantFrom(...endingFindings), words: fc.constant('x') })),
  doing(
    nameAnotherStudent,
    fc.record({ studentId: right, mixUp: fc.constant('misheard'), reviewerId: second }),
  ),
  doing(
    nameAnotherStudent,
    fc.record({ notKnown: fc.constant('yes'), mixUp: fc.constant('misheard'), reviewerId: second }),
  ),
  doing(passOn, fc.constant({ schoolId: schools.harlow.id, why: 'x' })),
  doing(closeIncident),
  doing(checkIncident, undefined, 'house'),
  doing(tellNext, undefined, 'house'),
)
