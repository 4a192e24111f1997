import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, schoolStaff } from '#access/roles.ts'
import { calendarOf, dayOf, schoolChoice } from '#district/contract.ts'
import { choose } from '#platform/choosing.ts'
import { id } from '#platform/given.ts'
import { modelInForce } from '#standards/contract.ts'
import { isUnchecked, responsesWithout } from './contact.ts'
import { mayKeepLead } from './lead.ts'
import { leadsAt } from './lead-store.ts'
import { contactsAt } from './contact-store.ts'
import { contactKeepers, mayKeepContact, teamReaders } from './policy.ts'
import { missingFrom, onRoster } from './team.ts'
import { teamsAt } from './team-store.ts'
import { peopleToTell } from './tell.ts'

/** Whom to call at some schools, services and leads, each with whether a check is owed; and the gaps. */
async function contactsOf({ tx, now }: Viewing, schools: readonly string[] | null) {
  const today = dayOf(await calendarOf(tx), now)
  const { crisis } = await modelInForce(tx, now)
  const contacts = await contactsAt(tx, { schools, now })
  const withinDays = crisis.body.contactsCheckedWithinDays
  const known = <C extends { checkedOn: string | null }>(each: C) => ({
    ...each,
    isOwed: isUnchecked(each, { today, withinDays }),
  })
  return {
    today,
    contacts: contacts.map(known),
    leads: (await leadsAt(tx, { schools, now })).map(known),
    missing: responsesWithout(contacts),
    withinDays,
  }
}

/** The list of whom to call, for whoever keeps it [R119]. */
export const lookContacts = look({
  name: 'crisis/contacts',
  by: contactKeepers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor } = view
    const { offered } = await choose(undefined, schoolChoice(tx, actor))
    const { contacts, leads, ...rest } = await contactsOf(view, actor.schoolIds)
    return {
      ...rest,
      schools: offered ?? [],
      ofDistrict: mayKeepContact(actor, { schoolId: null }),
      contacts: contacts.map((contact) => ({ ...contact, mayKeep: mayKeepContact(actor, contact) })),
      leads: leads.map((lead) => ({ ...lead, mayKeep: mayKeepLead(actor, lead) })),
    }
  },
})
export type SeenContacts = Awaited<ReturnType<typeof lookContacts.see>>

/** Of the leads and those who stand in, so many are printed. */
const onCard = 4

const papers = async (view: Viewing, typed: string | undefined) => {
  const { tx, actor, now } = view
  const school = await choose(typed, schoolChoice(tx, actor))
  const only = school.chosen ?? (school.offered?.length === 1 ? school.offered[0] : undefined)
  const told = only === undefined ? [] : await peopleToTell(view, { schoolId: only.id, studentId: null })
  const known = await contactsOf(view, only === undefined ? [] : [only.id])
  const leads = told.flatMap((each) => known.leads.find(({ id: leadId }) => leadId === each.id) ?? [])
  return {
    ...known,
    school: only ?? null,
    schools: school.offered ?? [],
    leads: leads.slice(0, onCard).map(({ id: _, schools: _schools, roles: _roles, ...lead }) => lead),
    standard: (await modelInForce(tx, now)).crisis,
    answered: (await modelInForce(tx, now)).time_standards.body.crisis_acknowledgement.limit,
  }
}

/** What is printed for when nothing else works: whom to call, the script, and a form [R373]. */
const paper = {
  by: [...schoolStaff, ...partnerStaff],
  unacknowledged: 'help',
  given: z.object({ school: id.optional().catch(undefined) }),
  shows: 'no student',
  async see(view: Viewing, { school }: { school?: string | undefined }) {
    view.permit(true)
    view.sawNoStudent()
    return papers(view, school)
  },
} as const
export const lookCard = look({ name: 'crisis/card', ...paper })
export const lookScript = look({ name: 'crisis/script', ...paper })
export const lookForm = look({ name: 'crisis/form', ...paper })

/** Who is on the crisis team of a school, for paper: whoever may read it [R114]. */
export const lookRoster = look({
  ...paper,
  name: 'crisis/roster',
  by: teamReaders,
  async see(view, { school }) {
    view.permit(true)
    view.sawNoStudent()
    const sheet = await papers(view, school)
    const team = sheet.school === null ? [] : await teamsAt(view.tx, view.actor, [sheet.school.id])
    return {
      ...sheet,
      members: team.map(onRoster),
      lacks: sheet.school === null ? [] : missingFrom(team),
    }
  },
})
export type SeenRoster = Awaited<ReturnType<typeof lookRoster.see>>
export type SeenPapers = Awaited<ReturnType<typeof papers>>
