import { expect } from 'vitest'
import { startIncident } from '#crisis/start-incident.ts'
import { calledToTheEnd, known, upToTheLevel } from '../support/incident-steps.ts'
import { reads } from './steps/page.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const must = <T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T => {
  if (!outcome.done) throw new Error(`Refused: ${outcome.because.join(', ')}`)
  return outcome.result
}

async function givenRuthHasAnIncidentOpen({ being, enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const { incidentId } = must(await startIncident.perform(being('joan'), known))
  await upToTheLevel({ being, must }, incidentId, 'moderate')
  const ruth = await enter('ruth')
  await ruth.goto(`/crisis/incidents/${incidentId}`)
  await ruth.locator('[data-events]').waitFor({ state: 'attached' })
  return incidentId
}

async function herPageSaysItIsClosedAndAsksNothingMore({ being, enter }: Stage, incidentId: string) {
  const ruth = await enter('ruth')
  const asked: string[] = []
  ruth.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await calledToTheEnd({ being, must }, incidentId)
  await ruth.locator('[data-events]').waitFor({ state: 'detached' })
  await reads(ruth, /closed/i)
  expect(await ruth.locator(`form[action^="/crisis/incidents/${incidentId}/"]`).count()).toBe(0)
  asked.length = 0
  // A stream that ended is asked for again after three seconds.
  await ruth.waitForTimeout(5000)
  expect(asked).toEqual([])
}

journeyOfBoth(
  'Once somebody closes an incident every page of it that is open says so, and asks for nothing more',
  async (stage) => {
    const incidentId = await givenRuthHasAnIncidentOpen(stage)
    await herPageSaysItIsClosedAndAsksNothingMore(stage, incidentId)
  },
  120_000,
)
