import type { Viewing } from '#access/look.ts'
import { caregiversToContact, getStudentCard, personNames, studentName } from '#people/contract.ts'
import type { Alert, Incident } from './incident.ts'
import { nextToTell, peopleToTell } from './tell.ts'

type Person = { name: string; phone: string | null }
const reachable = ({ name, phone }: Person): Person => ({ name, phone })
/** Whoever is not to be contacted is never offered to call; of the others, how they are reached safely. */
const familyToCall = async ({ tx }: Viewing, studentId: string) =>
  (await caregiversToContact(tx, studentId))
    .filter(({ contactRule }) => contactRule !== 'do_not_contact')
    .map(({ language, interpreter, contactRule, contactHours, ...person }) => ({
      ...reachable(person),
      language,
      interpreter,
      contactRule,
      contactHours,
    }))

/** Who an incident is about, who opened it, who leads, who is told next, and which family to call. */
export async function peopleOf(view: Viewing, incident: Incident, alerts: readonly Alert[]) {
  const { studentId, openedBy } = incident
  const people = await peopleToTell(view, incident)
  const names = await personNames(view.tx, [openedBy])
  const named = studentId !== null && view.knows('identity')
  const card = named ? await getStudentCard(view.tx, studentId) : null
  const callsFamily = card !== null && view.knows('contact_details')
  return {
    student: card === null ? null : { id: card.id, name: studentName(card) },
    openedBy: names.get(openedBy ?? '') ?? null,
    next: nextToTell(people, alerts)?.name ?? null,
    lead: people[0] === undefined ? null : reachable(people[0]),
    caregivers: callsFamily ? await familyToCall(view, card.id) : [],
  }
}
