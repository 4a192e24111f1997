import type { ContactRule } from './student.ts'

/** The fields that two readings of a record differ in: names of fields, never what they hold. */
export const changedFields = (before: object, after: object): string[] =>
  Object.entries(after)
    .filter(([field, value]) => (before as Record<string, unknown>)[field] !== value)
    .map(([field]) => field)

type Reaching = { contactRule: ContactRule; phone?: string | undefined }

const reaching = {
  phone_missing: ({ contactRule, phone }) =>
    phone === undefined && ['text_first', 'call_only', 'no_voicemail'].includes(contactRule),
} satisfies Record<string, (given: Reaching) => boolean>

export type ObstacleToReaching = keyof typeof reaching

/** Every reason a way to reach somebody safely cannot stand. */
export const obstaclesToReaching = (given: Reaching): ObstacleToReaching[] =>
  (Object.keys(reaching) as ObstacleToReaching[]).filter((name) => reaching[name](given))
