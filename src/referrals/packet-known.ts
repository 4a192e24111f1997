import type { Viewing } from '#access/look.ts'
import type { DataClass } from '#database/classes.ts'
import type { Item } from '#consent/contract.ts'
import type { PacketContent, PacketItem } from './packet.ts'

/** Of which class each item of a packet is beside being a part of what was sent. */
const classOfItem: Readonly<Record<PacketItem, DataClass>> = {
  identity: 'identity',
  caregiver_contact: 'contact_details',
  language: 'background',
  reason: 'referrals',
  urgency: 'referrals',
  service_sought: 'referrals',
  school_contact: 'packets',
  transport: 'handoffs',
  coverage: 'handoffs',
  academic_observations: 'concerns',
}

/** The classes a page that shows a packet declares. */
export const classesOfPacket = [...new Set(Object.values(classOfItem))]

/** What of a packet they may know. What was agreed to decides what is in it; this only leaves out. */
export const knownOf = (view: Viewing, content: PacketContent): PacketContent =>
  Object.fromEntries(Object.entries(content).filter(([item]) => view.knows(classOfItem[item as PacketItem])))

/** What of a packet its agency may still read. @param items on which the family's yes holds */
export const sharedOf = (content: PacketContent, items: ReadonlySet<Item> | undefined): PacketContent =>
  Object.fromEntries(Object.entries(content).filter(([item]) => items?.has(item as PacketItem) === true))
