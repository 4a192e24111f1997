import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { isReviewOverdue, registerKeepers, registerReaders } from './legal-rule.ts'
import { agreementsToLink, legalRules } from './legal-rule-store.ts'
import { possibleOwners } from './owner-store.ts'

/** Federal, state and local rules: who looks after each, what is overdue, and what implements it [R140]. */
export const lookRegister = look({
  name: 'partnership/register',
  by: registerReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const today = dayOf(await calendarOf(view.tx), view.now)
    const rules = await legalRules(view.tx)
    const mayKeep = (registerKeepers as readonly Role[]).includes(view.actor.role)
    return {
      rules: rules.map((rule) => ({ ...rule, overdue: isReviewOverdue(rule, today) })),
      agreements: mayKeep ? await agreementsToLink(view.tx) : [],
      owners: mayKeep ? await possibleOwners(view.tx, today) : [],
      mayKeep,
      today,
    }
  },
})
export type SeenRegister = Awaited<ReturnType<typeof lookRegister.see>>
