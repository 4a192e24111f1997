import type { RiskLevel } from '#standards/contract.ts'
import type { Disposition, Entry } from './entry.ts'
import { entriesOfKind, levelAt } from './levels.ts'

/** That an incident used emergency services, and by which level. */
export type EmergencyUse = {
  /** Where the student went, where the school handed over. */
  disposition: Disposition | null
  called: boolean
  /** The level at the handover to them, else at the first call; null where nobody ran the rubric. */
  level: RiskLevel | null
  at: Date
}

const theirs: readonly string[] = ['emergency_department', 'law_enforcement']

/**
 * How an incident used the emergency department, law enforcement or 911, so that use which could have been
 * avoided is seen; undefined where it did not [R120].
 */
export function emergencyUseOf(entries: readonly Entry[]): EmergencyUse | undefined {
  const calls = entriesOfKind(entries, 'response_called').filter(({ what }) => what === 'emergency_services')
  const last = entriesOfKind(entries, 'handed_over').at(-1)
  const handover = last !== undefined && theirs.includes(last.what ?? '') ? last : undefined
  const use = handover ?? calls[0]
  if (use === undefined) return undefined
  return {
    disposition: (last?.what ?? null) as Disposition | null,
    called: calls.length > 0,
    level: levelAt(entries, use) ?? null,
    at: use.happenedAt,
  }
}
