/** What an agency that treats a student may ask for at another one [R035]. */
export const furtherServices = ['assessment', 'individual', 'group', 'family', 'psychiatry', 'other'] as const
export type FurtherService = (typeof furtherServices)[number]

export const furtherAnswers = ['opened', 'family_choice', 'not_needed'] as const
export type FurtherAnswer = (typeof furtherAnswers)[number]

/** An agency asks the school for a referral to somebody else, beside its own treatment. */
export type FurtherRequest = {
  id: string
  referralId: string
  studentId: string
  partnerId: string
  suggestedPartnerId: string | null
  serviceSought: FurtherService
  requestedBy: string
  requestedAt: Date
  dueAt: Date
  openedReferralId: string | null
  answer: FurtherAnswer | null
  answeredAt: Date | null
}
