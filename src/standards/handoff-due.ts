import type { SchoolCalendar } from '#district/contract.ts'
import { dueAt, type Started } from './clock-rules.ts'
import type { HandoffRule } from './handoff-rules.ts'
import { type Reach, reach } from './reach.ts'
import type { TimeStandards } from './time-standards.ts'

export type HandoffStarted = Omit<Started, 'clock'> & { readonly standards: TimeStandards }

/**
 * When the call a handoff rule asks for is due: by the time standard the rule names, or by its own time
 * [R023]. @param started when the change was decided, and the time standards in force then
 */
export function handoffDueAt(calendar: SchoolCalendar, rule: HandoffRule, started: HandoffStarted): Reach {
  const { standards, ...facts } = started
  return 'clock' in rule.within
    ? dueAt(calendar, standards, { ...facts, clock: rule.within.clock })
    : reach(calendar, rule.within, facts)
}
