import type { Question } from '../six-answers.ts'
import type { SeenStudent } from '../look-student.ts'
import { careWords } from './care-words.ts'
import type { Page, Said } from './said.ts'

const say = careWords()

type Care = NonNullable<SeenStudent['care']>
type AtSchool = Page & { care: Care }

/** Where the record is that holds the student, for those who may open it. */
export function placeOfCare({ care, followsCrises, full }: SeenStudent) {
  if (care?.of === 'support' && full !== undefined)
    return { href: `/supports/${care.id}`, label: say('open_support') }
  if (care?.of === 'crisis' && followsCrises)
    return { href: `/crisis/incidents/${care.id}`, label: say('open_crisis') }
  return undefined
}

function responsibility({ care, at }: AtSchool): Said {
  const since = care.heldSince ?? care.since
  const [day, time] = [at.day(since), at.time(since)]
  const source =
    care.of === 'crisis'
      ? say('answered', { day, time })
      : say(care.clinical ? 'clinician_since' : 'runs_since', { day })
  return { answer: say(`holds_${care.of}`, { name: care.holderName ?? '' }), source }
}

const consent = ({ care }: AtSchool): Said => ({
  answer: say(`consent_${care.of}`),
  source: say('asked_before_sending'),
  s: 'end',
})

const sharing = ({ care }: AtSchool): Said => ({
  answer: say(`shares_${care.of}`),
  source: <a href="#sees">{say('who_sees')}</a>,
  s: 'end',
})

const nextVisit = ({ care, at }: AtSchool): Said => ({
  answer: say('review_on', { day: at.day(care.lookAt) }),
  source: say('review_by', { name: care.ownerName ?? '' }),
})

/** The answers that are different where school holds the student: path (a) or path (c). */
const answers: Partial<Record<Question, (page: AtSchool) => Said>> = {
  responsibility,
  consent,
  sharing,
  next_visit: nextVisit,
}

/** An answer about a student held at school; undefined where it is the same for everybody. */
export function saidAtSchool(question: Question, page: Page): Said | undefined {
  const { care } = page.seen
  return care && answers[question]?.({ ...page, care })
}

/** What is true while an answer about a student held at school is missing. */
export const missingAtSchool = (question: Question, { seen: { care } }: Page): string | undefined =>
  care !== undefined && (question === 'responsibility' || question === 'next_visit')
    ? say(`missing_${question}_${care.of}`)
    : undefined
