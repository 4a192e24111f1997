import type { RecordLaw } from '#database/classes.ts'
import type { Partner } from '#directory/contract.ts'

/** A note a clinician keeps for their own agency. */
export type ProviderNote = {
  readonly id: string
  readonly words: string
  readonly governedBy: NoteLaw
  readonly writtenAt: Date
  readonly writtenByName: string
}

/** The law of one note: Part 2 holds beside HIPAA and not in its place. */
export type NoteLaw = Extract<RecordLaw, 'hipaa' | 'part_2'>

/** Which law a note of an agency stands under: what it gives decides, and not who writes (42 CFR 2.11). */
export const lawOfNotes = ({ services }: Pick<Partner, 'services'>): NoteLaw =>
  services.some(({ kind }) => kind === 'substance_use') ? 'part_2' : 'hipaa'
