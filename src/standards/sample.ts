import type { Model } from './standard.ts'
import { sampleChecklist } from './shipped-checklist.ts'
import { shippedMinimumNecessary } from '#access/minimum-necessary-version.ts'
import { sampleDrills } from './drills.ts'
import { sampleEarlyWarning } from './early-warning.ts'
import { shippedMessageRules } from './message-rules.ts'
import { sampleCrisis } from './shipped-crisis.ts'
import { shippedLimits } from './shipped-limits.ts'
import { shippedReasons } from './shipped-reasons.ts'
import { sampleHandoffRules, sampleHighNeed, sampleMustNot } from './shipped-rules.ts'
import { shippedSignals } from './shipped-signals.ts'
import { sampleTiers } from './shipped-tiers.ts'
import { shippedTriageStaff } from './triage-staff.ts'

/**
 * The first version of every standard, as a new district gets it. What is wording or judgement of our own
 * is a sample: marked on screen and paper, and closed to live schools until the district approves it. Time
 * standards, lists to choose from, who decides in triage and who may know what are the model's or ordinary
 * defaults, so they carry no mark.
 */
export const shippedModel = (inForceFrom: Date): Model => ({
  tiers: { kind: 'tiers', version: 1, inForceFrom, sample: true, body: sampleTiers },
  checklist: { kind: 'checklist', version: 1, inForceFrom, sample: true, body: sampleChecklist },
  time_standards: { kind: 'time_standards', version: 1, inForceFrom, sample: false, body: shippedLimits },
  handoff_rules: { kind: 'handoff_rules', version: 1, inForceFrom, sample: true, body: sampleHandoffRules },
  must_not: { kind: 'must_not', version: 1, inForceFrom, sample: true, body: sampleMustNot },
  high_need: { kind: 'high_need', version: 1, inForceFrom, sample: true, body: sampleHighNeed },
  reasons: { kind: 'reasons', version: 1, inForceFrom, sample: false, body: shippedReasons },
  signals: { kind: 'signals', version: 1, inForceFrom, sample: false, body: shippedSignals },
  triage_staff: { kind: 'triage_staff', version: 1, inForceFrom, sample: false, body: shippedTriageStaff },
  minimum_necessary: {
    kind: 'minimum_necessary',
    version: 1,
    inForceFrom,
    sample: false,
    body: shippedMinimumNecessary,
  },
  message_rules: { kind: 'message_rules', version: 1, inForceFrom, sample: false, body: shippedMessageRules },
  crisis: { kind: 'crisis', version: 1, inForceFrom, sample: true, body: sampleCrisis },
  early_warning: { kind: 'early_warning', version: 1, inForceFrom, sample: true, body: sampleEarlyWarning },
  drills: { kind: 'drills', version: 1, inForceFrom, sample: true, body: sampleDrills },
})
