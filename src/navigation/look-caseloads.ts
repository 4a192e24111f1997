import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { flexibilities } from '#handoffs/contract.ts'
import { rateOf } from '#referrals/contract.ts'
import { caseloads } from './caseload.ts'
import { caseloadParts, helpByKind, type KeptByOption, keptByOption } from './caseload-store.ts'
import { caseloadReaders, cyclingReaders } from './policy.ts'

/** The year whose visits are looked back on, in milliseconds. */
const year = 365 * 86_400_000

/** Each option in its order, with what was offered nothing last [R066]. */
const byOption = (kept: readonly KeptByOption[]) =>
  [...flexibilities, null].map((option) => {
    const counted = kept.find((each) => each.option === option) ?? { held: 0, missed: 0 }
    return { option, ...rateOf(counted), held: counted.held }
  })

/** What navigators carry, what help was given, and whether flexible visits are kept [R066] [R067] [R163]. */
export const lookCaseloads = look({
  name: 'navigation/caseloads',
  by: caseloadReaders,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['visits', 'handoffs'] },
  async see(view) {
    const { tx, actor, now } = view
    view.permit(true)
    view.saw({ type: 'caseloads', id: null })
    const since = new Date(now.getTime() - year)
    return {
      readsRecords: (cyclingReaders as readonly Role[]).includes(actor.role),
      caseloads: caseloads(await caseloadParts(tx, actor, now)),
      help: view.knows('handoffs') ? await helpByKind(tx, actor, { since, now }) : [],
      options: view.knows('visits') ? byOption(await keptByOption(tx, actor, { since, now })) : [],
    }
  },
})
export type SeenCaseloads = Awaited<ReturnType<typeof lookCaseloads.see>>
