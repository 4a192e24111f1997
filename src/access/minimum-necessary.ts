import { type DataClass, recordTags } from '#database/classes.ts'
import { type Role, sideOf } from './roles.ts'

/**
 * What somebody looks at a student for. School staff for one of these, as each look says; an agency always to
 * treat, and a family always to know what is shared.
 */
export const schoolPurposes = ['asking', 'triage', 'coordination', 'crisis', 'records', 'oversight'] as const
export const purposes = [...schoolPurposes, 'treatment', 'family'] as const
export type Purpose = (typeof purposes)[number]

/** What one role may know of one class: for which purposes, and why, where a district said so. */
export type Cell = { readonly for: readonly Purpose[]; readonly because?: string | undefined }
export type Cells = Readonly<Partial<Record<Role, Readonly<Partial<Record<DataClass, Cell>>>>>>

/** The purpose somebody has who looks at something that school staff look at for this one. */
export function purposeOf(role: Role, purpose: Purpose): Purpose {
  const side = sideOf(role)
  if (side === 'partner') return 'treatment'
  return side === 'family' ? 'family' : purpose
}

/**
 * Whether a side can know a class at all, whatever a matrix says: an agency's health record is its own, and
 * neither the school, nor a family through the school, nor Throughline itself is let in [R134].
 */
export const mayEverKnow = (role: Role, dataClass: DataClass): boolean =>
  recordTags[dataClass].owner === 'district' || sideOf(role) === 'partner'

/** Throughline itself works with what is the school's; whoever may know nothing else has no row. */
export const mayKnow = (
  cells: Cells,
  { role, purpose, dataClass }: { role: Role; purpose: Purpose; dataClass: DataClass },
): boolean =>
  mayEverKnow(role, dataClass) &&
  (role === 'system' || cells[role]?.[dataClass]?.for.includes(purposeOf(role, purpose)) === true)
