import { Late, Line, MarkedList, type Step as DrawnStep } from '#design/contract.ts'
import { calendarDaysBetween, dayOf, schoolDaysBetween } from '#district/contract.ts'
import { forkOf, type LineStep, lineWords, loopWords, stepsOf } from '#referrals/contract.ts'
import type { SeenStudent } from '../look-student.ts'
import { type Instants, instantsOf } from './instants.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayLine = lineWords()
const sayLoop = loopWords()

type Referral = NonNullable<SeenStudent['active']>
type Said = NonNullable<DrawnStep['notes']>[number]

/** What is said under a step: when, who, and what was late about it. */
function notesOf(seen: SeenStudent, referral: Referral) {
  const at = instantsOf(seen)
  const { calendar, now } = seen
  const whoDid: Partial<Record<LineStep['name'], string | null>> = {
    concern: referral.reporterName,
    decision: referral.deciderName,
  }
  const lateBy = (dueLateAt: Date, doneAt: Date) =>
    schoolDaysBetween(calendar, dayOf(calendar, new Date(dueLateAt.getTime() - 1)), dayOf(calendar, doneAt))
  return (step: LineStep, place: number): Said[] => {
    const { name, s } = step
    const lines: (Said | false | null | undefined)[] = [
      step.at !== null && s !== 'end' && at.both(step.at),
      s.startsWith('done') && whoDid[name],
      s === 'done late' && name === 'handoff' && referral.handoffLateAt !== null && (
        <Late>
          {sayLine('days_late', {
            count: lateBy(referral.handoffLateAt, referral.handoffCompletedAt ?? step.at ?? now),
          })}
        </Late>
      ),
      s === 'done late' && name === 'decision' && (
        <Late>
          {sayLine('days_late', { count: lateBy(referral.decisionLateAt as Date, referral.referredAt) })}
        </Late>
      ),
      s === 'hidden' &&
        referral.line.findIndex((each) => each.s === 'hidden') === place &&
        sayLine('not_shared'),
      s === 'end' && step.at !== null && ending(referral, step, at),
      s === 'hidden' &&
        name === 'seen' &&
        referral.familySaysAt !== null &&
        sayLine('family_says', { day: at.day(referral.familySaysAt) }),
      referral.nextDueAt !== null &&
        ['now', 'due'].includes(s) &&
        !(name === 'seen' && referral.nextVisitAt !== null) &&
        sayLine('by', { day: at.day(referral.nextDueAt), time: at.time(referral.nextDueAt) }),
      (s === 'now late' || s === 'late') && (
        <Late>
          {referral.missedAt === null
            ? sayLine('days_late', { count: lateBy(referral.nextLateAt ?? now, now) })
            : sayLine('visit_missed', { day: at.day(referral.missedAt) })}
        </Late>
      ),
      name === 'seen' && s !== 'done' && referral.nextVisitAt !== null && at.both(referral.nextVisitAt),
    ]
    return lines.filter(
      (line): line is Said => line !== false && line !== null && line !== undefined && line !== '',
    )
  }
}

const byFamily: readonly (string | null)[] = ['family_choice', 'withdrawn']
/** How a line was cut: an agency's no with its reason, the family's choice, or simply its end. */
function ending(referral: Referral, { name, at: endedAt }: LineStep, at: Instants): string {
  const day = at.day(endedAt ?? referral.referredAt)
  if (name === 'not_accepted' && referral.turnedDownAt !== null)
    return `${referral.declineSaid ?? ''}, ${at.day(referral.turnedDownAt)}`
  return byFamily.includes(referral.ending) || (referral.declinedAt !== null && referral.sentAt === null)
    ? sayLine('family_choice', { day })
    : sayLine('ended', { day })
}

/**
 * The line of a referral, with the forks that led to it when it was redirected. The first date stays
 * printed.
 */
function Drawn({
  seen,
  referral,
  chain,
}: {
  seen: SeenStudent
  referral: Referral
  chain: readonly Referral[]
}) {
  const at = instantsOf(seen)
  const [first = referral, ...later] = [...chain, referral]
  const redirects = later.map((next) => ({
    note: sayLine('redirected', {
      day: at.day(next.referredAt),
      partner: next.partnerShortName ?? '',
      first: at.day(next.firstReferredAt),
    }),
    steps: stepsOf(forkOf(next.line), notesOf(seen, next)),
  }))
  return (
    <Line
      across
      steps={stepsOf(first.line, notesOf(seen, first))}
      {...(redirects.length > 0 && { redirects })}
    />
  )
}

/** Everything a referral was redirected from, the oldest first. */
function chainOf(referral: Referral, earlier: readonly Referral[]): Referral[] {
  const before = earlier.find(({ id }) => id === referral.predecessorId)
  return before === undefined ? [] : [...chainOf(before, earlier), before]
}

/** The active referral drawn as one thread, and its loop in words [R073]. */
export function StudentLine({ seen }: { seen: SeenStudent }) {
  const { active, earlier, loop, calendar, now } = seen
  if (active === undefined) return null
  const at = instantsOf(seen)
  const days = calendarDaysBetween(dayOf(calendar, active.firstReferredAt), dayOf(calendar, now))
  return (
    <section aria-labelledby="ref">
      <div class="sec-head">
        <h2 id="ref">
          {active.partnerName === null ? say('line_none') : say('line', { agency: active.partnerName })}
        </h2>
        <p class="quiet">
          {active.tier !== null && `${say('tier', { tier: active.tier })} `}
          {active.reason}. {say('day_of', { day: at.day(active.firstReferredAt), count: days })}
        </p>
      </div>
      <Drawn seen={seen} referral={active} chain={chainOf(active, earlier)} />
      {loop !== undefined && (
        <>
          <p class="after">
            <b>
              {sayLoop(
                loop.complete ? 'closed' : (`open.${loop.owed[0] ?? 'received_and_accepted'}` as const),
              )}
            </b>
          </p>
          <MarkedList
            as="run"
            items={loop.confirmed.map(({ name, at: doneAt }) => ({
              s: doneAt === null ? 'due' : 'done',
              text: sayLoop(name),
            }))}
          />
        </>
      )}
      <p class="row">
        <a href={`/referrals/${active.id}`}>{say('open_referral', { number: active.number })}</a>{' '}
        {active.endedAt === null && <a href={`/referrals/${active.id}/closing`}>{say('close')}</a>}
      </p>
    </section>
  )
}
