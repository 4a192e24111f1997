/** Which way an alert goes: each rests on a question of its own [R009]. */
export const directions = ['to_partner', 'to_school'] as const
export type AlertDirection = (typeof directions)[number]

/** What makes it hard: a closed list, so that nothing clinical and nobody's blame has a place. */
export const alertAbouts = [
  'change_at_home',
  'loss',
  'basic_needs',
  'change_at_school',
  'hard_with_others',
  'away_more',
  'check_in',
] as const
export type AlertAbout = (typeof alertAbouts)[number]

/** One alert. */
export type SupportAlert = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string
  readonly referralId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly direction: AlertDirection
  readonly about: AlertAbout
  readonly sentByName: string
  readonly sentAt: Date
  /** How far up people were told; 0 before anybody was. */
  readonly rung: number
  readonly answerDueAt: Date
  readonly acknowledgedByName: string | null
  readonly acknowledgedAt: Date | null
  readonly version: number
}

/** What the trail says an act about an alert was about. */
export const subjectOf = ({ referralId, studentId }: Pick<SupportAlert, 'referralId' | 'studentId'>) => ({
  type: 'referral',
  id: referralId,
  studentId,
})
