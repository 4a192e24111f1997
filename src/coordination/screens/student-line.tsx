import { Line, MarkedList } from '#design/contract.ts'
import { calendarDaysBetween, dayOf } from '#district/contract.ts'
import { forkOf, lineWords, loopWords, stepsOf } from '#referrals/contract.ts'
import type { SeenStudent } from '../look-student.ts'
import { instantsOf } from './instants.ts'
import { notesOf, type Referral } from './line-notes.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayLine = lineWords()
const sayLoop = loopWords()

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
  const whole = [...chain, referral]
  const first = whole[0] ?? referral
  const later = whole.slice(1)
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

/** The loop in words: what is confirmed, and what is owed first [R073]. */
const LoopWords = ({ loop }: { loop: NonNullable<SeenStudent['loop']> }) => (
  <>
    <p class="after">
      <b>
        {sayLoop(loop.complete ? 'closed' : (`open.${loop.owed[0] ?? 'received_and_accepted'}` as const))}
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
)

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
      {loop !== undefined && <LoopWords loop={loop} />}
      <p class="row">
        <a href={`/referrals/${active.id}`}>{say('open_referral', { number: active.number })}</a>{' '}
        {active.endedAt === null && seen.full !== undefined && seen.here && (
          <a href={`/referrals/${active.id}/closing`}>{say('close')}</a>
        )}
      </p>
    </section>
  )
}
