import type { LineFacts } from './line.ts'

/** Referrals at five places of their way, on the Tuesday the stories are told. */
export const now = new Date('2026-10-13T20:30:00Z')
export const on = (day: string) => new Date(`2026-10-${day}T17:00:00Z`)

export const open: LineFacts = {
  state: 'received',
  concernAt: on('02'),
  decisionLateAt: on('06'),
  referredAt: on('05'),
  consentAt: on('05'),
  declinedAt: null,
  sentAt: on('05'),
  handoffCompletedAt: null,
  handoffLateAt: on('06'),
  receivedAt: on('06'),
  acceptedAt: null,
  scheduledAt: null,
  firstSeenAt: null,
  engagedAt: null,
  endedAt: null,
  notShared: false,
  missedAt: null,
  nextStep: 'answer_referral',
  nextOwner: 'partner',
  nextLateAt: on('15'),
}
export const accepted: LineFacts = {
  ...open,
  state: 'accepted',
  acceptedAt: on('07'),
  nextStep: 'book_first_visit',
  nextOwner: 'navigator',
}
export const scheduled: LineFacts = {
  ...accepted,
  state: 'scheduled',
  scheduledAt: on('07'),
  nextStep: 'hold_visit',
  nextOwner: 'partner',
}
export const seen: LineFacts = {
  ...scheduled,
  state: 'in_service',
  firstSeenAt: on('12'),
  nextStep: 'ask_one_month',
}
