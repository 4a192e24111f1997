import type { Unit } from '#access/unit.ts'
import { officeWords, tellInIncident, type ToldItem } from '#exceptions/contract.ts'
import { crisisResponses } from '#standards/contract.ts'
import { contactsFor } from './contact.ts'
import { contactsAt } from './contact-store.ts'
import type { Entry } from './entry.ts'
import type { Incident } from './incident.ts'
import { isToldOutside, officeTold } from './outside.ts'
import type { Treating } from './treating.ts'

type At = Pick<Incident, 'id' | 'schoolId' | 'studentId'>
type Telling = Pick<Entry, 'id' | 'kind' | 'what' | 'words' | 'items' | 'happenedAt' | 'enteredBy'>

/** The office by the name the school calls it at, else by its kind. */
async function nameOf(unit: Unit, { schoolId }: At, { kind, what }: Telling): Promise<string> {
  const response = kind === 'response_called' && crisisResponses.find((code) => code === what)
  const office = officeWords()(officeTold({ kind, what }) as 'agency')
  if (!response) return office
  const numbers = await contactsAt(unit.tx, { schools: [schoolId], now: unit.now })
  return contactsFor(numbers, response)[0]?.name ?? office
}

/**
 * Writes into the ledger whom an entry told of the student without consent, and what [R112]. While nobody
 * knows who the student is nothing is written: it follows when they are named.
 */
export async function tellOutside(
  unit: Unit,
  incident: At,
  { entry, agency }: { entry: Telling; agency?: Treating | undefined },
): Promise<void> {
  const { studentId, schoolId, id: incidentId } = incident
  const recipientKind = officeTold(entry)
  if (studentId === null || recipientKind === undefined || !isToldOutside(entry)) return
  if (entry.enteredBy === null) throw new Error('Somebody told it')
  const recipientOffice = agency?.agencyName ?? (await nameOf(unit, incident, entry))
  tellInIncident(unit, {
    incidentId,
    entryId: entry.id,
    studentId,
    schoolId,
    items: entry.items as readonly ToldItem[],
    recipientKind,
    recipientName: entry.words ?? agency?.holderName ?? recipientOffice,
    recipientOffice,
    channel: entry.kind === 'handed_over' ? 'in_person' : 'phone',
    disclosedAt: entry.happenedAt,
    disclosedBy: entry.enteredBy,
  })
}
