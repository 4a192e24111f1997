import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { drawers } from './policy.ts'
import { lineShown } from './triage-fit.ts'
import { countFit } from './triage-fit-store.ts'

/** Days the report looks back on referrals: a school year. */
const days = 365

/** Since when referrals are counted, for the report and for its cases alike. */
export const reportedSince = (now: Date) => ({ since: new Date(now.getTime() - days * 86_400_000), now })

/** Who reads each case behind the numbers. */
export const caseReaders = careTeam

/**
 * How the paths that were taken fit what the checklist indicated: provider referrals of low acuity, and
 * students held in school support though it indicated more [R024]. Whoever reads no record reads no count
 * that points at somebody.
 */
export const lookTriageFit = look({
  name: 'governance/triage-fit',
  by: [...caseReaders, ...drawers],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { over, under } = await countFit(view.tx, view.actor, reportedSince(view.now))
    const readsCases = (caseReaders as readonly Role[]).includes(view.actor.role)
    return { days, readsCases, over: lineShown(over, readsCases), under: lineShown(under, readsCases) }
  },
})
export type SeenTriageFit = Awaited<ReturnType<typeof lookTriageFit.see>>
