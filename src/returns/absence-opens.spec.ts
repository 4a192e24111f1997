import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeIncident } from '#crisis/close-incident.ts'
import { handOver } from '#crisis/hand-over.ts'
import { publishEdited } from '#standards/publish-edited.ts'
import { publishSigned } from '#standards/publish-signed.ts'
import { signProposal } from '#standards/sign-proposal.ts'
import { enterEvent } from '#warnings/enter-event.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { known } from '#tests/support/incident-steps.ts'
import { lookPlans } from './look-plans.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())
const [theo, sofia] = [families.theo.id, families.sofia.id]
const start = '2026-10-13T20:30:00Z'
beforeEach(() => story.clock.set(start))

/** A crisis after which the student stayed at school, and in which nobody from outside was needed. */
async function stayed(studentId: string, handover = 'stayed_at_school'): Promise<string> {
  const { must, being } = story
  const incidentId = await story.began({ ...known, studentId })
  await story.upToTheLevel(incidentId, 'low')
  await story.calledAlone(incidentId)
  const there = { incidentId, disposition: handover, toWhom: 'Ms. Whitfield, in room 9' }
  must(await handOver.perform(being('daniel'), there))
  must(await closeIncident.perform(being('ruth'), { incidentId }))
  return incidentId
}

const missed = async (studentId: string, startsOn: string) => {
  const day = { studentId, kind: 'absence', code: 'whole_day', startsOn }
  story.must(await enterEvent.perform(story.being('daniel'), day))
}
const planOf = async (incidentId: string) =>
  (await lookPlans.see(story.being('grace'), {})).plans.find((plan) => plan.incidentId === incidentId)
const versionOf = async (id: string | undefined) =>
  (await story.rows<{ version: number }>('select version from standard where id = $1', [id]))[0]?.version

/** The district says it by a new version, which every agency signs. */
async function districtSays(days: number, version: string) {
  const { must, being } = story
  const body = { planAfterAbsentDays: String(days) }
  const said = { kind: 'crisis', version, inForceOn: '2026-10-13', decision: 'Board of October 12', body }
  const { id: proposalId } = must(await publishEdited.perform(being('yolanda'), said))
  for (const key of ['noor', 'farah', 'elliot'] as const)
    must(await signProposal.perform(being(key), { proposalId }))
  must(await publishSigned.perform(being('yolanda'), { proposalId }))
}

describe('How long an absence opens a plan to come back', () => {
  test('is a line of the standard: by the sample one day missed, though the student stayed that day [R121]', async () => {
    const { html } = await story.pages.get('yolanda', '/standards/crisis')
    expect(html).toContain('School days missed right after a crisis that ask for a plan to come back')
    expect(html).toContain('Sample: not approved for use')
    const incidentId = await stayed(theo)
    expect(await planOf(incidentId), 'nobody was away, and nobody came').toBeUndefined()
    story.pass(2)
    await missed(theo, '2026-10-15')
    expect(await planOf(incidentId), 'they were there on the day between').toBeUndefined()
    await missed(theo, '2026-10-14')
    expect(await planOf(incidentId)).toMatchObject({ ownerId: cast.grace.id, state: 'due' })
    await missed(theo, '2026-10-13')
    const rows = await story.rows('select from return_plan where incident_id = $1', [incidentId])
    expect(rows, 'once').toHaveLength(1)
  })

  test('is changed by a new version, and what was decided before keeps the version of then [R121]', async () => {
    const before = await stayed(sofia)
    await districtSays(3, '1')
    const after = await stayed(sofia, 'home_with_caregiver')
    expect(await planOf(after), 'one day of three').toBeUndefined()
    expect(await planOf(before)).toBeUndefined()
    story.pass(3)
    await missed(sofia, '2026-10-14')
    expect(await versionOf((await planOf(before))?.standardId), 'one day was enough then').toBe(1)
    expect(await planOf(after), 'two days of three').toBeUndefined()
    await missed(sofia, '2026-10-15')
    expect(await versionOf((await planOf(after))?.standardId)).toBe(2)
  })
})
