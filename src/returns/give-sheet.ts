import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, type StaffLine, staffAt } from '#concerns/contract.ts'
import { choices, id, text } from '#platform/given.ts'
import { subjectOf } from './open-return.ts'
import type { ReturnPlan } from './plan.ts'
import { planners, sheetReaders } from './policy.ts'
import { saveSheet, sheetsOf } from './sheet-store.ts'
import { workOnPlan } from './work-on-plan.ts'
import { sheetWords } from './words.ts'

/** Who teaches at the school of a plan, and whom they may be told to ask; nobody kept from the student. */
export async function offeredFor(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: Pick<ReturnPlan, 'schoolId' | 'studentId'>,
): Promise<{ readers: StaffLine[]; contacts: StaffLine[] }> {
  const at = { schoolId, about: [studentId], now }
  const readers = await staffAt(tx, { ...at, roles: sheetReaders })
  return { readers, contacts: await staffAt(tx, { ...at, roles: planners }) }
}

/**
 * Teachers who have to know are given a sheet: what helps the student in class, and whom to ask. It has no
 * place for what happened [R125].
 */
export const giveSheet = act({
  name: 'returns/give-sheet',
  by: planners,
  given: z.object({
    incidentId: id,
    words: text(600, 'Say what helps in class'),
    contactId: id,
    readerIds: choices(id),
  }),
  refusals: sheetWords,
  fields: { nobody_chosen: 'readerIds', reader_unknown: 'readerIds', contact_unknown: 'contactId' },
  async do(unit, { incidentId, words, contactId, readerIds }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.endedAt !== null) return refused(['ended'])
    if (readerIds.length === 0) return refused(['nobody_chosen'])
    const { readers, contacts } = await offeredFor(unit, plan)
    if (!readerIds.every((each) => readers.some((reader) => reader.id === each)))
      return refused(['reader_unknown'])
    if (!contacts.some((contact) => contact.id === contactId)) return refused(['contact_unknown'])
    const before = await sheetsOf(unit.tx, incidentId)
    const { studentId, schoolId } = plan
    for (const readerId of readerIds) {
      const sheet = { incidentId, studentId, schoolId, readerId, contactId, words }
      saveSheet(
        unit,
        sheet,
        before.find((each) => each.readerId === readerId),
      )
      const subject = { type: 'return_sheet', id: incidentId }
      insertNotice(unit, { personId: readerId, kind: 'return_sheet.given', subject })
    }
    unit.record('return_sheet.given', subjectOf(plan), { people: readerIds })
    return done({ incidentId })
  },
})
