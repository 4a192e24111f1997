import { alertsOfReferral, alertsOfStudent } from '#alerts/store.ts'
import { observationsOf } from '#classroom/observation-store.ts'
import { schoolVisitsOf } from '#classroom/school-visit-store.ts'
import { classTimesOf } from '#classroom/store.ts'
import { needsOf } from '#households/need-store.ts'
import { profileOf } from '#households/store.ts'
import { callsOf, outsideOf } from '#navigation/outside-store.ts'
import type { Under } from './asked.ts'

/** What is agreed about class and told there, alerts, what is learned by phone, what families need. */
export const ofClass: readonly Under[] = [
  {
    kind: 'under',
    parent: 'student',
    table: 'class_time',
    name: 'classroom/classTimesOf',
    ask: ({ tx }, id) => classTimesOf(tx, id),
    by: ['school'],
  },
  {
    kind: 'under',
    parent: 'referral',
    table: 'class_observation',
    name: 'classroom/observationsOf',
    ask: ({ tx }, id) => observationsOf(tx, id),
  },
  {
    kind: 'under',
    parent: 'student',
    table: 'family_profile',
    name: 'households/profileOf',
    ask: async ({ tx }, id) => [await profileOf(tx, id)].flatMap((each) => each ?? []),
  },
  {
    kind: 'under',
    parent: 'student',
    table: 'family_need',
    name: 'households/needsOf',
    ask: ({ tx }, id) => needsOf(tx, id),
  },
  {
    kind: 'under',
    parent: 'student',
    table: 'school_visit',
    name: 'classroom/schoolVisitsOf',
    ask: ({ tx }, id) => schoolVisitsOf(tx, id),
    by: ['school'],
  },
  {
    kind: 'under',
    parent: 'referral',
    table: 'outside_provider',
    name: 'navigation/outsideOf',
    ask: ({ tx }, id) => outsideOf(tx, id),
  },
  {
    kind: 'under',
    parent: 'referral',
    table: 'outside_call',
    name: 'navigation/callsOf',
    ask: async ({ tx }, id) =>
      (await Promise.all((await outsideOf(tx, id)).map((each) => callsOf(tx, each.id)))).flat(),
  },
  {
    kind: 'under',
    parent: 'referral',
    table: 'support_alert',
    name: 'alerts/alertsOfReferral',
    ask: ({ tx }, id) => alertsOfReferral(tx, id),
  },
  {
    kind: 'under',
    parent: 'student',
    table: 'support_alert',
    name: 'alerts/alertsOfStudent',
    ask: ({ tx }, id) => alertsOfStudent(tx, id),
    by: ['school'],
  },
]
