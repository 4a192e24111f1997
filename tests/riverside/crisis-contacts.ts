import type { Transaction } from '#platform/database/database.ts'
import { idOf } from './ids.ts'
import { riversideId, summer } from './places.ts'
import { insertRows, traceSetting } from './rows.ts'

/** Whom to call in Riverside, in the order of the crisis page. */
export const crisisContacts = [
  { kind: 'emergency', name: '911', number: '911', note_en: 'danger now', note_es: 'hay peligro ahora' },
  {
    kind: 'crisis_line',
    name: '988',
    number: '988',
    note_en: 'crisis line, call or text',
    note_es: 'línea de crisis, llame o escriba. Para español, marque 2',
  },
  {
    kind: 'mobile_crisis',
    name: 'Mobile crisis',
    number: '555-0199',
    note_en: 'mobile crisis team, comes to you',
    note_es: 'equipo móvil de crisis, viene a donde está',
  },
] as const

/** Seeds the contacts of the crisis pages. */
export async function seedCrisisContacts(tx: Transaction): Promise<void> {
  const rows = crisisContacts.map((contact, at) => ({
    district_id: riversideId,
    id: idOf(`crisis-contact/${contact.kind}`),
    ...contact,
    position: at + 1,
  }))
  await insertRows(tx, 'crisis_contact', rows)
  await traceSetting(tx, {
    at: new Date(summer),
    type: 'crisis_contact',
    ids: rows.map(({ id }) => id),
  })
}
