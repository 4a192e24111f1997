import type { Doer } from '#access/doer.ts'
import { publicActor } from '#access/actor.ts'
import { askAsCaregiver } from '#concerns/ask-as-caregiver.ts'
import { closeConcern } from '#concerns/close-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { matchStudent } from '#concerns/match-student.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { answerRequest } from '#records/answer-request.ts'
import { recordRequest } from '#records/record-request.ts'
import { cast } from '../riverside/cast.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { riversideId, schools } from '../riverside/places.ts'
import type { OwnIdsStory } from './own-ids-story.ts'
import { answers, choices } from './triage-story.ts'

/** A family asked for a correction, and it stands beside what it corrects. */
async function corrected({ being, must }: OwnIdsStory): Promise<void> {
  const studentId = families.sofia.id
  const asked = { kind: 'correction', askedBy: 'caregiver', askedByName: 'Carmen Delgado', owner: 'district' }
  const about = { about: 'The day of the first visit', receivedOn: '2026-10-12' }
  const given = { studentId, ...asked, ...about }
  const { requestId } = must(await recordRequest.perform(being('leila'), given))
  const answer = { answer: 'accepted', note: 'It was the Thursday before' }
  must(await answerRequest.perform(being('leila'), { studentId, recordRequestId: requestId, ...answer }))
}

/** Somebody departed from what the checklist indicates, and a colleague owes an answer about it. */
async function departed({ being, must }: OwnIdsStory, concernId: string): Promise<void> {
  const screened = { concernId, version: 1, answers: answers.low }
  const { screeningId } = must(await screenConcern.perform(being('daniel'), screened))
  const departing = { overrideReason: 'The family asked for an agency', reviewerId: cast.helen.id }
  const chosen = { ...choices.b, ...departing }
  must(await decideTriage.perform(being('daniel'), { concernId, screeningId, ...chosen }))
}

/**
 * What the stories of the ids leave out, so that each part of a page is shown by somebody to somebody.
 * @returns further addresses of a page, by the name of its look
 */
export async function shownBeside(story: OwnIdsStory): Promise<Readonly<Record<string, readonly string[]>>> {
  const { being, must, admin } = story
  const raised = async (family: FamilyKey) => {
    const said = { studentId: families[family].id, observed: 'Quiet in class', urgency: 'this_week' }
    return must(await raiseConcern.perform(being('joan'), said)).concernId
  }
  const anybody: Doer = { ...being('joan'), actor: publicActor(riversideId, schools.alderCreek.id) }
  const said = {
    language: 'en',
    name: 'Ada',
    askedBy: 'Ada’s aunt Britta',
    contact: 'at work, 555-0188 after five',
  }
  must(await askAsCaregiver.perform(anybody, { ...said, observed: 'She hardly eats', urgency: 'this_week' }))
  const { rows } = await admin.query<{ id: string }>(
    `select id from concern where source = 'caregiver' order by id desc limit 1`,
  )
  const asked = rows[0]?.id as string
  must(await matchStudent.perform(being('daniel'), { concernId: asked, studentId: families.ada.id }))
  const closed = await raised('owen')
  must(await closeConcern.perform(being('daniel'), { concernId: closed, reason: 'It was another child' }))
  const again = await raised('sofia')
  const named = { studentId: families.sofia.id }
  const { incidentId } = must(await startIncident.perform(being('joan'), named))
  await corrected(story)
  await departed(story, await raised('tessa'))
  return {
    'concerns/concern': [`/concerns/${asked}`, `/concerns/${again}`],
    'concerns/triage': [`/concerns/${asked}/triage`],
    'crisis/incident': [`/crisis/incidents/${incidentId}`],
    'debriefs/review': [`/crisis/incidents/${story.own['closedId']}/review`],
    'returns/plan': [`/returns/${story.own['closedId']}`],
    'records/file': [`/students/${families.lena.id}/records/file`],
  }
}
