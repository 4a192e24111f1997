import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { systemActor } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { gotRound } from '#tests/support/got-round.ts'
import { danger } from '#tests/support/incident-steps.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { callResponse } from './call-response.ts'
import { checkIncident } from './check-incident.ts'
import { checkReport } from './check-report.ts'
import { closeIncident } from './close-incident.ts'
import { describeIncident } from './describe-incident.ts'
import { dispositions, incidentRoles, responseResults } from './entry.ts'
import { explainDeparture } from './explain-departure.ts'
import { handOver } from './hand-over.ts'
import { incidentPage } from './incident-page.ts'
import { nameRole } from './name-role.ts'
import { noteResult } from './note-result.ts'
import { blanksOf, holderOf } from './rules.ts'
import { departureFindings, reviewDeparture } from './review-departure.ts'
import { runRubric } from './run-rubric.ts'
import { sayDanger } from './say-danger.ts'
import { skipStep } from './skip-step.ts'
import { startIncident } from './start-incident.ts'
import { takeIncident } from './take-incident.ts'
import { tellCaregiver } from './tell-caregiver.ts'
import { tellClinician } from './tell-clinician.ts'
import { tellNext } from './tell-next.ts'
import { tickSafety } from './tick-safety.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const people = ['joan', 'daniel', 'ruth', 'samuel', 'marcus', 'karen', 'noor', 'helen'] as const
const levels = ['low', 'moderate', 'high'] as const
const responses = ['school_team', 'crisis_line', 'mobile_crisis', 'emergency_services'] as const

/** Something somebody does at an incident; `callId` and `fromId` are what the page shows then. */
type Doing = { act: Act; given: Record<string, unknown>; by: CastKey | 'house'; minutes: number }
const doing = (act: Act, given: fc.Arbitrary<object> = fc.constant({}), by?: 'house') =>
  fc.record({
    act: fc.constant(act),
    given: given as fc.Arbitrary<Record<string, unknown>>,
    by: by === undefined ? fc.constantFrom(...people) : fc.constant('house' as const),
    minutes: fc.integer({ min: 0, max: 20 }),
  })
const codes = ['hurt_or_in_reach', 'said', 'with_an_adult', 'today'] as const
const answers = fc.record(
  Object.fromEntries(codes.map((code) => [code, fc.constantFrom(...levels)])) as Record<
    string,
    fc.Arbitrary<string>
  >,
)
const explained = { reason: fc.constant('It had to be'), reviewerId: fc.constant(cast.helen.id) }
const why = { reason: 'It had to be', reviewerId: cast.helen.id }
const skippable = fc.constantFrom('safety', 'rubric', 'response')
const second = fc.constantFrom(undefined, cast.helen.id)
const someRole = fc.constantFrom(...incidentRoles)
const stale = fc.constant('stale')
const earlier = fc.constantFrom('2026-10-13T20:29:00Z', '2026-10-13T20:40:00Z', '2027-01-01T00:00:00Z')

const anything: fc.Arbitrary<Doing> = fc.oneof(
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
  doing(describeIncident, fc.constant({ studentId: families.theo.id, place: 'Gym', onPremises: 'yes' })),
  doing(takeIncident),
  doing(closeIncident),
  doing(checkIncident, undefined, 'house'),
  doing(tellNext, undefined, 'house'),
)

const everybodyAnswers = people.map(
  (by): Doing => ({ act: acknowledgeAlert as Act, given: {}, by, minutes: 0 }),
)

const seen = (incidentId: string) => incidentPage.see(story.being('lucia'), { incidentId })

/** Does it as the page offers it; a refusal of any kind is an answer, and nothing else is. */
async function perform(incidentId: string, { act, given, by, minutes }: Doing): Promise<void> {
  story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000))
  const { entries, owner } = await seen(incidentId)
  const callId =
    act === reviewDeparture
      ? entries.findLast(({ kind }) => kind === 'departure_explained')?.aboutId
      : entries.findLast(({ kind }) => kind === 'response_called')?.id
  const doer = by === 'house' ? story.as(systemActor(riversideId)) : story.being(by)
  const asSeen = given['seen'] === undefined ? {} : { seen: incidentId }
  const said = { incidentId, fromId: owner.id, ...(callId && { callId }), ...given, ...asSeen }
  await act.perform(doer, said).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
}

const timers = async (incidentId: string) =>
  (
    await story.rows<{ key: string }>(`select key from graphile_worker.jobs where key like '%' || $1`, [
      incidentId,
    ])
  ).map(({ key }) => key)

/** What must hold of an incident at any moment, and does not. */
async function amissIn(incidentId: string): Promise<string[]> {
  const now = await seen(incidentId)
  const { incident, entries, standard } = now
  const rung = await timers(incidentId)
  const { state, ownerId, checkDueAt, enteredAt } = incident
  const checks: Record<string, boolean> =
    state === 'closed'
      ? {
          'closed with a blank': blanksOf({ incident, entries, standard }).length > 0,
          'a role is missing': incidentRoles.some((role) => holderOf(entries, role) === undefined),
        }
      : {
          'nobody has it': !/^[0-9a-f-]{36}$/.test(ownerId),
          'no timer': checkDueAt <= enteredAt || !rung.includes(`crisis/check-incident/${incidentId}`),
          'nobody is told next': state === 'open' && !rung.includes(`crisis/tell-next/${incidentId}`),
        }
  const all = { ...checks, ...gotRound(now) }
  return Object.keys(all).filter((name) => all[name])
}

test('in whatever order people act, an open incident has an owner and a timer, and none ends with a blank', {
  timeout: 240_000,
}, async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 4, maxLength: 40 }), async (doings) => {
      story.clock.set('2026-10-13T20:30:00Z')
      const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
      for (const each of doings) {
        await perform(incidentId, each)
        expect(await amissIn(incidentId)).toEqual([])
      }
      // What is still blank is done by whoever may: it can always be brought to its end.
      for (const each of [async () => undefined, bringToItsEnd]) {
        await each(incidentId)
        expect(await amissIn(incidentId)).toEqual([])
        reached.add((await seen(incidentId)).incident.state)
      }
    }),
    // Beside whatever order comes, one in which somebody who was told answers.
    { numRuns: 25, examples: [[everybodyAnswers]] },
  )
  expect([...reached].sort()).toEqual(['acknowledged', 'closed', 'open'])
})

/** Whoever leads fills in what is blank, by the page alone. */
async function bringToItsEnd(incidentId: string): Promise<void> {
  const lead = story.being('ruth', 1)
  const say = async (act: Act, given: object = {}) => act.perform(lead, { incidentId, ...given })
  await say(acknowledgeAlert)
  if ((await seen(incidentId)).incident.state === 'open') return
  await say(describeIncident, { studentId: families.theo.id, place: 'Gym', onPremises: 'no' })
  await say(tickSafety, { action: 'way_clear' })
  for (const role of incidentRoles) await say(nameRole, { role, self: 'yes' })
  await say(runRubric, { answers: Object.fromEntries(codes.map((code) => [code, 'high'])) })
  await say(callResponse, { response: 'emergency_services' })
  for (const { id, kind, enteredBy } of (await seen(incidentId)).entries) {
    if (kind !== 'response_called') continue
    await say(noteResult, { callId: id, result: 'came' })
    const reviewerId = enteredBy === cast.helen.id ? cast.grace.id : cast.helen.id
    await say(explainDeparture, { callId: id, ...why, reviewerId })
  }
  await say(tellCaregiver, { told: 'no', exception: 'nobody_reached', words: 'Tried twice' })
  await say(tellClinician, { basis: 'none_known' })
  await say(checkReport)
  await say(handOver, { disposition: 'with_mobile_crisis', toWhom: 'Jo Tanner' })
  await say(sayDanger, { danger })
  await say(closeIncident)
  expect(await seen(incidentId)).toMatchObject({ incident: { state: 'closed' }, blanks: [] })
}
