import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { checkReport } from '#crisis/check-report.ts'
import { handOver } from '#crisis/hand-over.ts'
import { incidentPage } from '#crisis/incident-page.ts'
import { nameRole } from '#crisis/name-role.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { tellCaregiver } from '#crisis/tell-caregiver.ts'
import { tellClinician } from '#crisis/tell-clinician.ts'
import { tickSafety } from '#crisis/tick-safety.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { pagesOf } from './pages.ts'
import { triageStory } from './triage-story.ts'

const all = (level: string) => ({ hurt_or_in_reach: level, said: 'low', with_an_adult: 'low', today: 'low' })
const known = { studentId: families.theo.id, place: 'Room 9', onPremises: 'yes' }

type Story = Awaited<ReturnType<typeof triageStory>>

/** Everything up to the response, by the people who are there. */
async function upToTheLevel({ must, being }: Story, incidentId: string, level: string) {
  must(await tickSafety.perform(being('joan'), { incidentId, action: 'not_alone' }))
  must(await acknowledgeAlert.perform(being('ruth', 1), { incidentId }))
  const named = { stays: 'joan', tells_caregiver: 'daniel', writes: 'samuel', plans_return: 'grace' } as const
  for (const [role, key] of Object.entries(named))
    must(await nameRole.perform(being('ruth'), { incidentId, role, personId: cast[key].id }))
  must(await runRubric.perform(being('ines'), { incidentId, answers: all(level) }))
}

/** Everything after the response. */
async function toTheEnd({ must, being }: Story, incidentId: string) {
  const daniel = being('daniel')
  const told = { incidentId, told: 'yes', who: 'Renee Brandt', mode: 'phone', topic: 'safe_now' }
  must(await tellCaregiver.perform(daniel, told))
  must(await tellClinician.perform(daniel, { incidentId, basis: 'none_known' }))
  must(await checkReport.perform(daniel, { incidentId }))
  const toWhom = 'Renee Brandt, with the plan for tonight'
  must(await handOver.perform(daniel, { incidentId, disposition: 'home_with_caregiver', toWhom }))
}

/** Riverside with what people do in a live incident, step by step. */
export async function incidentStory() {
  const story = await triageStory()
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
    toTheEnd: (incidentId: string) => toTheEnd(story, incidentId),
    async close() {
      await pages.close()
      await story.close()
    },
  }
}
export type IncidentStory = Awaited<ReturnType<typeof incidentStory>>
