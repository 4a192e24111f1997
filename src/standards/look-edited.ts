import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { editableKinds, leavesOf } from './edited.ts'
import { latestVersion } from './latest-version.ts'
import { mayPublish } from './policy.ts'

/** The last version of a part, for whoever writes the next one: one that waits is what comes before it. */
export const lookEdited = look({
  name: 'standards/part-to-edit',
  by: ['district_head'],
  given: z.object({ kind: choice(editableKinds) }),
  shows: 'no student',
  async see(view, { kind }) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { version, body } = await latestVersion(view, kind)
    const today = dayOf(await calendarOf(view.tx), view.now)
    return { kind, today, version, body, leaves: leavesOf(kind, body as never) }
  },
})
