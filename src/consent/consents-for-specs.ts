import { type Answer, type Consent, itemsOf, type Scope } from './consent.ts'

/** A day of October 2026. */
export const at = (day: number) => new Date(Date.UTC(2026, 9, day))
export const answer = (scope: Scope, yes: boolean): Answer => ({ scope, answer: yes, items: itemsOf[scope] })
/** A valid release by phone of one caregiver, with what a spec says otherwise. */
export const consent = (given: Partial<Consent> & { answers: readonly Answer[] }): Consent => ({
  id: '1',
  studentId: 's',
  referralId: 'r',
  partnerId: 'cedar',
  kind: 'release',
  grantorKind: 'caregiver',
  caregiverId: 'c',
  grantorAge: null,
  minorRuleId: null,
  minorConsented: false,
  partTwo: false,
  familySees: 'family',
  grantorName: 'Carmen Delgado',
  relationship: 'mother',
  authority: 'may_consent',
  method: 'phone_witnessed',
  witness: 'Interpreter 4471',
  documentReference: null,
  agencyNamed: 'Cedar Street',
  schoolNamed: 'Alder Creek',
  language: 'es',
  interpreter: null,
  purpose: 'referral_and_follow_up',
  wordingVersion: 'questions 2',
  startsAt: at(1),
  endsOn: '2026-10-20',
  endsAt: at(21),
  givenAt: at(1),
  recordedBy: 'p',
  recordedByName: 'Maya',
  revokedAt: null,
  ...given,
})
