import { catalog } from '#platform/words.ts'

/** How somebody of the staff makes sure who it is before they touch how that person signs in. */
export const identityChecks = ['official_id', 'known_in_person', 'called_back'] as const
export type IdentityCheck = (typeof identityChecks)[number]

export const checkWords = catalog({
  en: {
    official_id: 'I saw an official ID',
    known_in_person: 'I know them in person',
    called_back: 'I called them back on the number on record',
  } satisfies Record<IdentityCheck, string>,
})
