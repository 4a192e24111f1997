import { happening } from '#access/happening.ts'
import type { Unit } from '#access/unit.ts'
import type { NewLink } from './family-link-store.ts'
import { closeLinks, insertLink } from './family-link-store.ts'
import { personOf } from './family-sign-in-store.ts'

/** A link was begun, and goes to its caregiver by the way that is safe for them. */
export type LinkBegun = { linkId: string; caregiverId: string; studentId: string }
export const linkBegun = happening<LinkBegun>('people/link-begun')

type Asked = Omit<NewLink, 'personId' | 'caregiverId'> & {
  caregiver: { id: string; name: string; language: string }
}

/**
 * Begins a link for one caregiver. An earlier one that still waits for the same caregiver ends: there is one
 * at a time. The caller asked whether it may be sent. @returns its id
 */
export async function beginLink(unit: Unit, { caregiver, ...asked }: Asked): Promise<string> {
  const { studentId, referralId, purpose, scopes } = asked
  await closeLinks(unit, { studentId, caregiverId: caregiver.id }, 'replaced')
  const personId = await personOf(unit, { ...caregiver, studentId })
  const linkId = insertLink(unit, { ...asked, caregiverId: caregiver.id, personId })
  const subject = { type: 'family_link', id: linkId, studentId }
  unit.record('family_link.begun', subject, { purpose, referralId, scopes })
  await unit.tell(linkBegun, { linkId, caregiverId: caregiver.id, studentId })
  return linkId
}
