import type { Doer } from '#access/doer.ts'
import { askAsStudent } from '#concerns/ask-as-student.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { publicActor } from '#access/actor.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { riversideId, schools } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'
import { answers, choices } from './triage-story.ts'

type Ids = Record<string, string>
type Story = Awaited<ReturnType<typeof agencyStory>>

/** Concerns on their way: one to decide, one about nobody yet, and a support that was decided. */
export async function triageIds(story: Story): Promise<Ids> {
  const { being, must } = story
  const ready = async (family: FamilyKey) => {
    const said = { studentId: families[family].id, observed: 'Quiet', urgency: 'this_week' }
    const { concernId } = must(await raiseConcern.perform(being('joan'), said))
    const given = { concernId, version: 1, answers: answers.low }
    const { screeningId } = must(await screenConcern.perform(being('daniel'), given))
    return { concernId, screeningId }
  }
  const one = async (text: string, values: unknown[] = []) =>
    ((await story.admin.query<{ id: string }>(text, values)).rows[0] as { id: string }).id
  const decided = must(
    await decideTriage.perform(being('daniel'), { ...(await ready('lena')), ...choices.a }),
  )
  const { concernId, screeningId } = await ready('ada')
  const anybody: Doer = { ...being('joan'), actor: publicActor(riversideId, schools.alderCreek.id) }
  must(await askAsStudent.perform(anybody, { name: 'Ruben' }))
  return {
    concernId,
    screeningId,
    decisionId: decided.decisionId,
    supportId: await one('select id from brief_support where decision_id = $1', [decided.decisionId]),
    asked: await one('select id from concern where student_id is null'),
  }
}
