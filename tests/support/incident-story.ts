import { incidentPage } from '#crisis/incident-page.ts'
import { startIncident } from '#crisis/start-incident.ts'
import type { CastKey } from '../riverside/cast.ts'
import { all, calledAlone, known, toTheEnd, upToTheLevel } from './incident-steps.ts'
import { pagesOf } from './pages.ts'
import { triageStory } from './triage-story.ts'

/** Riverside with what people do in a live incident, step by step. */
export async function incidentStory(options: Parameters<typeof triageStory>[0] = {}) {
  const story = await triageStory(options)
  const { must, being, clock } = story
  const pages = await pagesOf(story)
  const seen = (incidentId: string, by: CastKey = 'daniel') => incidentPage.see(being(by), { incidentId })
  return {
    ...story,
    pages,
    seen,
    all,
    minutesOn: (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000)),
    began: async (given: object = known) =>
      must(await startIncident.perform(being('joan'), given)).incidentId,
    upToTheLevel: (incidentId: string, level = 'moderate') => upToTheLevel(story, incidentId, level),
    callOf: async (incidentId: string) =>
      (await seen(incidentId)).entries.findLast(({ kind }) => kind === 'response_called')?.id as string,
    calledAlone: (incidentId: string) => calledAlone(story, incidentId),
    toTheEnd: (incidentId: string) => toTheEnd(story, incidentId),
    async close() {
      await pages.close()
      await story.close()
    },
  }
}
export type IncidentStory = Awaited<ReturnType<typeof incidentStory>>
