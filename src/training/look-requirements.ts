import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { trainings } from '#access/trainings.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { mayPublish, trainingKeepers, trainingReaders } from './policy.ts'
import { requirementsInForce, requirementVersions } from './requirement-store.ts'

/** Every version of a training, as a document, and room for the next one. */
export const lookRequirements = look({
  name: 'training/requirements',
  by: trainingReaders,
  given: z.object({ topic: choice(trainings).default('rubric').catch('rubric') }),
  shows: 'no student',
  async see(view, { topic }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const versions = await requirementVersions(tx, topic)
    return {
      topic,
      versions: versions.map((each) => ({ ...each, inForceOn: dayOf(calendar, each.inForceFrom) })),
      inForceId: (await requirementsInForce(tx, now)).find((each) => each.topic === topic)?.id,
      mayPublish: (trainingKeepers as readonly Role[]).includes(actor.role) && mayPublish(actor),
      today: dayOf(calendar, now),
    }
  },
})
export type SeenRequirements = Awaited<ReturnType<typeof lookRequirements.see>>
