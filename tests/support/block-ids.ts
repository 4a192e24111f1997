import { blockAccess } from '#people/block-access.ts'
import { protectContact } from '#people/protect-contact.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import type { agencyStory } from './agency-story.ts'

/** Somebody of another school who is kept from Sofia, and where she lives, which is protected. */
export async function blockIds({
  being,
  must,
}: Awaited<ReturnType<typeof agencyStory>>): Promise<Record<string, string>> {
  const studentId = families.sofia.id
  const objecting = { studentId, personId: cast.jonah.id, kind: 'student_objection' }
  const { blockId } = must(await blockAccess.perform(being('leila'), objecting))
  const order = { reason: 'address_program', endsOn: '2027-06-30', readers: [cast.leila.id] }
  const { protectionId } = must(await protectContact.perform(being('leila'), { studentId, ...order }))
  return { blockId, protectionId }
}
