import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { editableKinds, leavesOf } from './edited.ts'
import { formParts, formPartsOf, isOnForm } from './form-parts.ts'
import { latestVersion } from './latest-version.ts'
import { mayPublish } from './policy.ts'

/** The last version of a part, for whoever writes the next one: one that waits is what comes before it. */
export const lookEdited = look({
  name: 'standards/part-to-edit',
  by: ['district_head'],
  given: z.object({
    kind: choice(editableKinds),
    /** Which of its forms, for a part that is too long for one. */
    list: z.enum(formParts).optional().catch(undefined),
  }),
  shows: 'no student',
  async see(view, { kind, list }) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { version, body } = await latestVersion(view, kind)
    const today = dayOf(await calendarOf(view.tx), view.now)
    const all = leavesOf(kind, body as never)
    const parts = formPartsOf(kind)
    const chosen = list !== undefined && parts.includes(list) ? list : undefined
    return {
      kind,
      /** The form that is asked for; undefined for a whole part, or where one is to be chosen. */
      list: chosen,
      /** The forms to choose from. */
      forms: chosen === undefined ? parts : [],
      today,
      version,
      body,
      leaves: all.filter(({ path }) => isOnForm(chosen, path)),
    }
  },
})
