import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dialled } from './check-contact.ts'
import { mayKeepLead } from './lead.ts'
import { leadsAt, saveLeadChecked } from './lead-store.ts'
import { contactKeepers } from './policy.ts'

/**
 * Somebody called a lead, or whoever stands in, and says that the work number is right, today; or corrects
 * it [R119].
 */
export const checkLead = act({
  name: 'crisis/check-lead',
  by: contactKeepers,
  given: z.object({ personId: id, number: dialled }),
  async do(unit, { personId, number }) {
    const { tx, actor, now } = unit
    const leads = await leadsAt(tx, { schools: actor.schoolIds, now })
    const lead = leads.find((each) => each.id === personId) ?? notFound()
    const subject = { type: 'person', id: lead.id }
    unit.permit(mayKeepLead(actor, lead), subject)
    saveLeadChecked(unit, { id: lead.id, number, on: dayOf(await calendarOf(tx), now) })
    unit.record('crisis_contact.lead_checked', subject, { corrected: lead.number !== number })
    return done({ personId })
  },
})
