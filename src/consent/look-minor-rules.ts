import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, getDistrict } from '#district/contract.ts'
import { isInForce } from './minor-rule.ts'
import { minorRules } from './minor-rule-store.ts'
import { ruleKeepers, ruleReaders } from './policy.ts'

/** Who may consent, by state and care: what holds, what waits for the legal team, and what is a sample. */
export const lookMinorRules = look({
  name: 'consent/minor-rules',
  by: ruleReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const rules = await minorRules(view.tx)
    return {
      rules: rules.map((rule) => ({
        ...rule,
        inForce: isInForce(rule, today),
        mayApprove: !rule.sample && rule.approvedOn === null && rule.addedBy !== view.actor.personId,
      })),
      mayKeep: (ruleKeepers as readonly string[]).includes(view.actor.role),
      state: (await getDistrict(view.tx)).state,
      timeZone: calendar.timeZone,
      today,
      now: view.now,
    }
  },
})
export type SeenRules = Awaited<ReturnType<typeof lookMinorRules.see>>
