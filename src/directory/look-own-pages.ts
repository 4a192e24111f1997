import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayWords } from '#standards/contract.ts'
import { mayAddPartner, mayDescribe, mayKeepServices, mayRename, maySee } from './policy.ts'
import { findPartner } from './store.ts'

/** What an agency said of its room last, for whoever keeps it. */
export const lookRoom = look({
  name: 'directory/room',
  by: ['partner_intake'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    view.permit(true)
    if (!maySee(view.actor, partner)) return notFound()
    view.sawNoStudent()
    return partner
  },
})

/** What the directory says of an agency, for whoever keeps it. */
export const lookEntry = look({
  name: 'directory/entry',
  by: ['district_head', 'partner_intake'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    if (!maySee(view.actor, partner)) return notFound()
    view.permit(mayDescribe(view.actor, partner))
    view.sawNoStudent()
    return partner
  },
})

/** What an agency offers, for whoever keeps it, with its services for the district. */
export const lookOffer = look({
  name: 'directory/offer',
  by: ['district_head', 'partner_intake'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    if (!maySee(view.actor, partner)) return notFound()
    view.permit(mayDescribe(view.actor, partner))
    view.sawNoStudent()
    return { ...partner, mayKeepServices: mayKeepServices(view.actor) }
  },
})

/** The route in use, for whoever may change it. */
export const lookRoute = look({
  name: 'directory/route',
  by: ['district_head'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const openedOn = dayOf(calendar, partner.route?.openedAt ?? view.now)
    return { ...partner, routeOpenedOn: dayWords(openedOn, today) }
  },
})

/** What an agency is called, for whoever may call it otherwise. */
export const lookNames = look({
  name: 'directory/names',
  by: ['district_head'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    view.permit(mayRename(view.actor))
    view.sawNoStudent()
    return partner
  },
})

/** The empty form for another agency. */
export const lookAdding = look({
  name: 'directory/adding',
  by: ['district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(mayAddPartner(view.actor))
    view.sawNoStudent()
    return {}
  },
})
