import { z } from 'zod'
import { Code, count, findRepeated, words } from './wording.ts'

/** What a run of the rubric comes to, from the lowest. */
export const riskLevels = ['low', 'moderate', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** The responses of the escalation tree, from the one that is nearest to the one that is the most. */
export const crisisResponses = [
  'school_team',
  'crisis_line',
  'mobile_crisis',
  'stabilization',
  'emergency_services',
] as const
export type CrisisResponse = (typeof crisisResponses)[number]

/** Policies every district has, whatever else it adds [R115]. */
export const neededPolicies = ['mandatory_reporting', 'reentry_after_suicide_threat'] as const

/** One question, with one answer for each level, so that it reads the same on a screen and on paper. */
const RubricItem = z.strictObject({
  code: Code,
  question: words(200),
  low: words(160),
  moderate: words(160),
  high: words(160),
})
export type RubricItem = z.infer<typeof RubricItem>

const Response = z.strictObject({ code: z.enum(crisisResponses), criteria: words(300) })
const Tree = z.strictObject({
  low: z.enum(crisisResponses),
  moderate: z.enum(crisisResponses),
  high: z.enum(crisisResponses),
})
const Policy = z.strictObject({ code: Code, title: words(120), says: words(600), reviewOn: z.iso.date() })

const isWhole = (said: readonly { code: string }[], needed: readonly string[]) =>
  needed.every((code) => said.some((each) => each.code === code))

/** Everything that would leave a crisis without an answer, or send a student further than they need. */
function problemsOf({ items, responses, tree, policies, ...lists }: Read): string[] {
  const { actions, exceptions, reentry } = lists
  const listed = [items, responses, actions, exceptions, policies, reentry].map((each) =>
    each.map(({ code }) => code),
  )
  return [
    ...(listed.some((codes) => findRepeated(codes) !== undefined) ? ['Each row has a code of its own'] : []),
    ...(isWhole(responses, crisisResponses) ? [] : ['Say of each response when it is for']),
    ...(tree.high === 'school_team' ? ['A high result needs help from outside the school'] : []),
    // Over-escalation is guarded against: the emergency department is for a high result [R105].
    ...([tree.low, tree.moderate].includes('emergency_services')
      ? ['Emergency services are for a high result']
      : []),
    ...(isWhole(policies, neededPolicies)
      ? []
      : ['Both policies that every district has are on the register']),
  ]
}

const parts = {
  /** Shown on screen and on paper above the first question. */
  statement: words(400).refine(
    (said) => said.toLowerCase().includes('not a diagnostic tool'),
    'Say that this is not a diagnostic tool',
  ),
  items: z.array(RubricItem).min(1).max(12),
  tree: Tree,
  responses: z.array(Response).min(1).max(8),
  /** What whoever is there does first [R098]. */
  actions: z
    .array(z.strictObject({ code: Code, what: words(120) }))
    .min(1)
    .max(10),
  caregiverRule: words(400),
  /** Why a caregiver may not be told [R103]. */
  exceptions: z
    .array(z.strictObject({ code: Code, reason: words(160) }))
    .min(1)
    .max(8),
  policies: z.array(Policy).min(1).max(12),
  /** What has to be true before a student comes back after a threat of suicide, as agreed jointly [R122]. */
  reentry: z
    .array(z.strictObject({ code: Code, what: words(160) }))
    .min(1)
    .max(10),
  /** Whether somebody else than who led an incident writes its review [R108]. */
  reviewedByAnother: z.enum(['yes', 'no'], 'Say yes or no'),
  /**
   * After how many school days missed right after a crisis a plan to come back is owed. The day on which the
   * student left school counts as the first [R121].
   */
  planAfterAbsentDays: count(1, 20),
  /** After how many days it is looked whether a student who came back is stable [R123]. */
  stabilityDays: z.array(count(1, 400)).min(1).max(6),
  /** A contact that was not checked for longer is shown as owed a call [R119]. */
  contactsCheckedWithinDays: count(1, 366),
  /** Whoever has an incident is asked again after so many minutes without an entry, until it is closed. */
  checkEveryMinutes: count(5, 240),
}
type Read = z.infer<z.ZodObject<typeof parts>>

/** What a version says that was signed before it could say what comes after a crisis. */
export const afterwards = {
  reentry: [
    { code: 'met_with_family', what: 'Somebody met with the student and the family' },
    { code: 'named_adult', what: 'The student has a named adult at school, and knows who it is' },
    { code: 'next_visit', what: 'The next visit with a clinician has a day, or the family said no to one' },
    { code: 'knows_what_if', what: 'Student and family know what to do if risk rises' },
  ],
  reviewedByAnother: 'yes',
  planAfterAbsentDays: 1,
  stabilityDays: [30, 60, 90],
} satisfies Partial<Read>

/**
 * The one decision standard in a crisis, of a district and everybody it works with [R095]. What an older
 * version does not say reads as it ships, so that a new line never makes a signed version unreadable.
 */
export const CrisisStandard = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? { ...afterwards, ...given } : given),
  z.strictObject(parts).superRefine((said, context) => {
    for (const message of problemsOf(said)) context.addIssue({ code: 'custom', message })
  }),
)
export type CrisisStandard = z.infer<typeof CrisisStandard>

/** What was answered, question by question. */
export type RubricAnswers = Readonly<Record<string, RiskLevel>>

/** The level a run comes to: the highest that was answered. Undefined while a question is open [R101]. */
export function levelOf({ items }: CrisisStandard, answers: RubricAnswers): RiskLevel | undefined {
  const said = items.map(({ code }) => answers[code])
  return said.includes(undefined) ? undefined : riskLevels.findLast((level) => said.includes(level))
}

/** Whether a response comes from outside the school. */
export const isExternal = (response: CrisisResponse): boolean => response !== 'school_team'

/** How a response departs from what the tree indicates; undefined where it does not [R104]. */
export function departureOf(
  { tree }: CrisisStandard,
  { level, response }: { level: RiskLevel; response: CrisisResponse },
): 'higher' | 'lower' | undefined {
  const [is, indicated] = [response, tree[level]].map((each) => crisisResponses.indexOf(each)) as [
    number,
    number,
  ]
  if (is === indicated) return undefined
  return is > indicated ? 'higher' : 'lower'
}

/** Policies of the register whose review was due before today, the longest overdue first [R115]. */
export const overduePolicies = (
  { policies }: Pick<CrisisStandard, 'policies'>,
  today: string,
): CrisisStandard['policies'] =>
  policies
    .filter(({ reviewOn }) => reviewOn < today)
    .toSorted((one, other) => (one.reviewOn < other.reviewOn ? -1 : 1))
