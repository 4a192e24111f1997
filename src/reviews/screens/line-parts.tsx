import { Clock, Mini, Tag } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { miniOf, standsAt, stepAt, stepWords } from '#referrals/contract.ts'
import { momentWords } from '#consent/contract.ts'
import { clockWords, standardsWords } from '#standards/contract.ts'
import type { SeenLine } from '../line-store.ts'
import type { SeenReview } from '../look-review.ts'
import type { SeenTask } from '../task-store.ts'
import { decisionWords, deferralWords, reviewWords, taskOutcomeWords, taskWords } from '../screen-words.ts'

const say = reviewWords()
const named = standardsWords()
const step = stepWords()
const decision = decisionWords()
const deferral = deferralWords()
const task = taskWords()
const ended = taskOutcomeWords()

type ShownLine = SeenReview['lines'][number]
type Around = Pick<SeenReview, 'calendar' | 'timeZone' | 'now'>

/** What marks a referral out: it stalled, the need is high, or the student was kept out of class. */
export const Marks = ({ line }: { line: SeenLine }) => (
  <>
    {line.escalationId !== null && (
      <>
        {' '}
        <Tag kind="high">{say('stalled')}</Tag>
      </>
    )}
    {line.highNeed && (
      <>
        {' '}
        <Tag kind="high">{say('high_need')}</Tag>
      </>
    )}
    {line.excludedOn !== null && (
      <>
        {' '}
        <Tag kind="high">{say('excluded', { day: dayWords(line.excludedOn, line.excludedOn) })}</Tag>
      </>
    )}
  </>
)

/** What was due and was not done within the week, each by its name. */
const MissedLately = ({ line: { missed } }: { line: SeenLine }) =>
  missed.length === 0 ? null : (
    <p class="quiet">
      {say('missed', { clocks: missed.map((clock) => named(`clock_${clock}`)).join(', ') })}
    </p>
  )

/** What it waits for, and by when. */
export const Waits = ({ line, around: { calendar, now } }: { line: SeenLine; around: Around }) => {
  const { headline, detail } = clockWords(calendar, { dueAt: line.nextDueAt, now })
  return (
    <>
      {line.nextStep === null ? '' : step(stepAt(line.nextStep, { dueAt: line.nextDueAt, now }))}
      <br />
      <Clock
        means={headline}
        time={detail}
        at={line.nextDueAt}
        late={line.nextLateAt !== null && line.nextLateAt <= now}
      />
      <MissedLately line={line} />
    </>
  )
}

/** Where it stands on the way from a concern to a closed loop. */
export const Stands = ({ line: { line: steps } }: { line: ShownLine }) => (
  <>
    <Mini steps={miniOf(steps)} /> {standsAt(steps)}
  </>
)

/** What was said of it; undefined while nobody came to it. */
export function saidOf(line: SeenLine): string | undefined {
  if (line.decision !== null) return decision(line.decision)
  return line.deferredBecause === null ? undefined : deferral(line.deferredBecause)
}

/** What was said, in code and in words, by whom and when. */
export const Said = ({ line, around }: { line: SeenLine; around: Around }) => {
  const what = saidOf(line)
  if (what === undefined || line.markedAt === null) return null
  return (
    <>
      {say('marked_by', { what, name: line.markedByName ?? '', at: momentWords(line.markedAt, around) })}
      {line.words !== null && (
        <>
          <br />
          <span class="quiet">{line.words}</span>
        </>
      )}
    </>
  )
}

/** One thing somebody got to do, in a line. */
export function taskLine({ what, ownerName: name, dueOn, outcome }: SeenTask, today: string): string {
  if (outcome === null) return say('owed_by', { what: task(what), name, day: dayWords(dueOn, today) })
  return say('finished', { what: task(what), name, outcome: ended(outcome) })
}
