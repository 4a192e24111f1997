import { publishRequirement } from '#training/publish-requirement.ts'
import { recordCompletion } from '#training/record-completion.ts'
import { recordSession } from '#training/record-session.ts'
import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** A required training that somebody completed, and a session with students. */
export async function trainingIds({ being, must, admin }: Story): Promise<Record<string, string>> {
  const topic = 'rubric'
  const words = { lines: 'How the rubric is run', validMonths: 12, required: 'yes' }
  const asked = { topic, version: 0, ...words, inForceOn: '2026-10-13' }
  must(await publishRequirement.perform(being('yolanda'), asked))
  const done = { topic, personIds: [cast.ines.id], trainedOn: '2026-10-12' }
  must(await recordCompletion.perform(being('ruth'), done))
  const { rows } = await admin.query<{ id: string }>('select id from training_completion limit 1')
  const held = { grade: '7', topic: 'in_a_crisis', heldOn: '2026-10-12', invited: 30, present: 28 }
  const { sessionId } = must(
    await recordSession.perform(being('ruth'), { schoolId: schools.alderCreek.id, ...held }),
  )
  return { completionId: rows[0]?.id as string, sessionId }
}
