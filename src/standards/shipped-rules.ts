import type { HandoffRules } from './handoff-rules.ts'
import type { HighNeed } from './high-need.ts'
import type { MustNot } from './must-not.ts'

/** A sample of who calls whom when a path or a tier changes. */
export const sampleHandoffRules: HandoffRules = {
  rules: [
    {
      code: 'to_brief_support',
      when: { kind: 'path', from: 'any', to: 'a' },
      caller: 'Triage staff',
      callee: 'Owner of the brief support plan',
      within: { unit: 'school_days', amount: 1 },
      tool: 'Brief support plan',
    },
    {
      code: 'to_partner',
      when: { kind: 'path', from: 'any', to: 'b' },
      caller: 'Navigator',
      callee: 'Caregiver, then the partner’s intake',
      within: { clock: 'warm_handoff' },
      tool: 'Warm handoff',
    },
    {
      code: 'to_crisis',
      when: { kind: 'path', from: 'any', to: 'c' },
      caller: 'Person with the student',
      callee: 'Crisis lead',
      within: { clock: 'crisis_path' },
      tool: 'Crisis screen',
    },
    {
      code: 'after_crisis_to_partner',
      when: { kind: 'path', from: 'c', to: 'b' },
      caller: 'Return-to-school coordinator',
      callee: 'Caregiver, then the partner’s intake',
      within: { clock: 'warm_handoff' },
      tool: 'Warm handoff and return-to-school plan',
    },
    {
      code: 'to_tier_1',
      when: { kind: 'tier', from: 'any', to: 1 },
      caller: 'Owner of the support',
      callee: 'Homeroom teacher and caregiver',
      within: { unit: 'school_days', amount: 2 },
      tool: 'Student page: what goes on in class',
    },
    {
      code: 'to_tier_2',
      when: { kind: 'tier', from: 'any', to: 2 },
      caller: 'Triage staff',
      callee: 'Owner of the brief support plan',
      within: { unit: 'school_days', amount: 2 },
      tool: 'Brief support plan',
    },
    {
      code: 'to_tier_3',
      when: { kind: 'tier', from: 'any', to: 3 },
      caller: 'Care coordinator',
      callee: 'Clinician who will hold responsibility',
      within: { unit: 'school_days', amount: 1 },
      tool: 'Student page: the six answers',
    },
  ],
}

/** A sample of what schools must not do. */
export const sampleMustNot: MustNot = {
  rules: [
    {
      code: 'high_risk_without_clinician',
      text: 'A school does not carry a student at high risk on brief support without a named clinician.',
    },
    { code: 'immediate_risk_in_queue', text: 'An immediate risk never waits in the referral queue.' },
    {
      code: 'send_before_consent',
      text: 'Nothing about a student goes to a partner before the family has agreed to it.',
    },
    { code: 'phone_number_as_handoff', text: 'A list, a flyer or a phone number is not a handoff.' },
    { code: 'iep_service_to_partner', text: 'A service in an IEP stays with the school.' },
    { code: 'diagnose', text: 'A school does not diagnose, and asks no family for a diagnosis.' },
  ],
}

/** The four high-need criteria, with numbers of our own. */
export const sampleHighNeed: HighNeed = {
  criteria: [
    {
      code: 'repeated_incidents',
      name: 'Repeated incidents',
      description: 'Behavior incidents keep happening.',
      measure: { by: 'incidents', count: 3, withinDays: 30 },
      inUse: true,
    },
    {
      code: 'safety_concerns',
      name: 'Safety concerns',
      description: 'A person who knows the student stated a worry about safety.',
      measure: { by: 'stated' },
      inUse: true,
    },
    {
      code: 'chronic_absence',
      name: 'Chronic absence',
      description: 'A large share of school days was missed.',
      measure: { by: 'absence', percent: 10, afterDays: 20 },
      inUse: true,
    },
    {
      code: 'recent_crisis',
      name: 'Recent crisis',
      description: 'A crisis incident is on record not long ago.',
      measure: { by: 'crises', withinDays: 90 },
      inUse: true,
    },
  ],
}
