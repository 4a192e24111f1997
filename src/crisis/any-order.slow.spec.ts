import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { systemActor } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { anything, codes, type Doing, people, why } from '#tests/support/incident-doings.ts'
import { gotRound } from '#tests/support/got-round.ts'
import { danger } from '#tests/support/incident-steps.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { callResponse } from './call-response.ts'
import { checkReport } from './check-report.ts'
import { closeIncident } from './close-incident.ts'
import { confirmEnding } from './confirm-ending.ts'
import { describeIncident } from './describe-incident.ts'
import { incidentRoles } from './entry.ts'
import { endIncident } from './end-incident.ts'
import { explainDeparture } from './explain-departure.ts'
import { handOver } from './hand-over.ts'
import { incidentPage } from './incident-page.ts'
import { nameAnotherStudent } from './name-another-student.ts'
import { nameRole } from './name-role.ts'
import { noteResult } from './note-result.ts'
import { blanksOf, holderOf } from './rules.ts'
import { reviewDeparture } from './review-departure.ts'
import { runRubric } from './run-rubric.ts'
import { sayDanger } from './say-danger.ts'
import { startIncident } from './start-incident.ts'
import { tellCaregiver } from './tell-caregiver.ts'
import { tellClinician } from './tell-clinician.ts'
import { tickSafety } from './tick-safety.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const everybodyAnswers = people.map(
  (by): Doing => ({ act: acknowledgeAlert as Act, given: {}, by, minutes: 0 }),
)

/** Beside whatever order comes, some in which who was told answers, and ends it as what it was. */
const ending = (given: object): Doing[] => [
  ...everybodyAnswers,
  { act: endIncident, given: { why: 'x', ...given }, by: 'ruth', minutes: 0 },
]
const anotherStudent: Doing = {
  act: nameAnotherStudent,
  given: { studentId: families.zoe.id, mixUp: 'misheard', reviewerId: cast.helen.id },
  by: 'ruth',
  minutes: 0,
}
const examples: [Doing[]][] = [
  [everybodyAnswers],
  [ending({ ending: 'opened_by_mistake' })],
  [ending({ ending: 'belongs_elsewhere', toWhom: 'Their office' })],
  [
    [
      { act: describeIncident, given: { studentId: families.theo.id }, by: 'joan', minutes: 0 },
      ...everybodyAnswers,
      anotherStudent,
      { act: tickSafety, given: { action: 'not_alone' }, by: 'joan', minutes: 1 },
      { ...anotherStudent, given: { ...anotherStudent.given, studentId: families.theo.id } },
      { act: confirmEnding, given: { finding: 'agreed', words: 'x' }, by: 'helen', minutes: 0 },
    ],
  ],
]

const seen = (incidentId: string) => incidentPage.see(story.being('joan'), { incidentId })

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

/** The record in which one goes on that was entered for the wrong student; it began when that began. */
async function nextOf(incidentId: string): Promise<string[]> {
  const rows = await story.rows<{ id: string; same: boolean }>(
    `select n.id, n.started_at = i.started_at and n.owner_id = i.owner_id as same from crisis_incident n
     join crisis_incident i on i.id = n.rights_incident_id where i.id = $1`,
    [incidentId],
  )
  expect(rows.every(({ same }) => same)).toBe(true)
  return rows.map(({ id }) => id)
}

/** What must hold of an incident at any moment, and does not. */
async function amissIn(incidentId: string): Promise<string[]> {
  const now = await seen(incidentId)
  const { incident, entries, standard } = now
  const rung = await timers(incidentId)
  const { state, ownerId, checkDueAt, enteredAt, endedAs } = incident
  const blanks = blanksOf({ incident, entries, standard })
  const isShort = endedAs !== null && endedAs !== 'never_identified'
  const checks: Record<string, boolean> =
    state === 'closed'
      ? {
          'closed with a blank': blanks.length > 0 && endedAs === null,
          'nameless with more than the name blank':
            blanks.join() !== 'student_blank' && endedAs === 'never_identified',
          'a role is missing':
            !isShort && incidentRoles.some((role) => holderOf(entries, role) === undefined),
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
  const [reached, ended] = [new Set<string>(), new Set<string>()]
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 4, maxLength: 40 }), async (doings) => {
      story.clock.set('2026-10-13T20:30:00Z')
      const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
      const all = [incidentId]
      for (const each of doings) {
        await perform(all.at(-1) as string, each)
        all.push(...(await nextOf(all.at(-1) as string)))
        for (const id of all) expect(await amissIn(id)).toEqual([])
      }
      if (all.length > 1) ended.add('another_student')
      const last = all.at(-1) as string
      // What is still blank is done by whoever may: it can always be brought to its end.
      for (const each of [async () => undefined, bringToItsEnd]) {
        await each(last)
        expect(await amissIn(last)).toEqual([])
        const { state, endedAs } = (await seen(last)).incident
        reached.add(state)
        if (endedAs !== null) ended.add(endedAs)
      }
    }),
    { numRuns: 25, examples },
  )
  expect([...reached].sort()).toEqual(['acknowledged', 'closed', 'open'])
  expect([...ended].sort()).toEqual(
    expect.arrayContaining(['another_student', 'belongs_elsewhere', 'opened_by_mistake']),
  )
})

/** Whoever leads fills in what is blank, by the page alone. */
async function bringToItsEnd(incidentId: string): Promise<void> {
  const lead = story.being('ruth', 1)
  const say = async (act: Act, given: object = {}) => act.perform(lead, { incidentId, ...given })
  await say(acknowledgeAlert)
  if ((await seen(incidentId)).incident.state !== 'acknowledged') return
  await say(describeIncident, {
    studentId: families.theo.id,
    place: 'Gym',
    onPremises: 'no',
    knownBy: 'peer_said',
  })
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
