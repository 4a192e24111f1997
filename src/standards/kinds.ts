import type { z } from 'zod'
import { MinimumNecessary } from '#access/minimum-necessary-version.ts'
import { Checklist } from './checklist.ts'
import { CrisisStandard } from './crisis.ts'
import { DrillLibrary } from './drills.ts'
import { EarlyWarning } from './early-warning.ts'
import { HandoffRules } from './handoff-rules.ts'
import { HighNeed } from './high-need.ts'
import { MessageRules } from './message-rules.ts'
import { MustNot } from './must-not.ts'
import { Reasons } from './reasons.ts'
import { Signals } from './signals.ts'
import { Tiers } from './tiers.ts'
import { TimeStandards } from './time-standards.ts'
import { TriageStaff } from './triage-staff.ts'

/** What each kind of standard says. A new kind is a line here and a shipped version. */
export const schemas = {
  tiers: Tiers,
  checklist: Checklist,
  time_standards: TimeStandards,
  handoff_rules: HandoffRules,
  must_not: MustNot,
  high_need: HighNeed,
  reasons: Reasons,
  signals: Signals,
  triage_staff: TriageStaff,
  minimum_necessary: MinimumNecessary,
  message_rules: MessageRules,
  crisis: CrisisStandard,
  early_warning: EarlyWarning,
  drills: DrillLibrary,
} as const satisfies Record<string, z.ZodType>

export type Kind = keyof typeof schemas
export const kinds = Object.keys(schemas) as Kind[]
export type Bodies = { readonly [K in Kind]: z.infer<(typeof schemas)[K]> }
