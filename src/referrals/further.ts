/** What the navigator can choose with the family when a further referral is opened [R035]. */
export const furtherServices = ['assessment', 'individual', 'group', 'family', 'psychiatry', 'other'] as const
export type FurtherService = (typeof furtherServices)[number]

export const furtherAnswers = ['opened', 'family_choice', 'not_needed'] as const
export type FurtherAnswer = (typeof furtherAnswers)[number]

/**
 * An agency asks the school for a referral to somebody else, beside its own treatment. That it asks is all it
 * tells: which service, or which agency, would say what was found, and the family was not asked about that.
 */
export type FurtherRequest = {
  id: string
  referralId: string
  studentId: string
  partnerId: string
  requestedBy: string
  requestedAt: Date
  dueAt: Date
  openedReferralId: string | null
  answer: FurtherAnswer | null
  answeredAt: Date | null
}

type Answering = { answer: FurtherAnswer; serviceSought?: FurtherService | undefined }

/** Why an answer cannot be given: a further referral is opened for what was chosen with the family. */
export const obstaclesToFurther = (
  request: Pick<FurtherRequest, 'answer'>,
  { answer, serviceSought }: Answering,
) => [
  ...(request.answer === null ? [] : (['already_answered'] as const)),
  ...(answer === 'opened' && serviceSought === undefined ? (['service_missing'] as const) : []),
]
