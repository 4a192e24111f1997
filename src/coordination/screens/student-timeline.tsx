import { type Event, Events } from '#design/contract.ts'
import { resultWords, stepAt, stepWords } from '#referrals/contract.ts'
import { roleWords } from '#access/roles.ts'
import { standardsWords } from '#standards/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import type { TimelineEvent } from '../timeline.ts'
import { type Instants, instantsOf } from './instants.ts'
import { ownerName } from './next-step.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()

type Change = Pick<TimelineEvent, 'name' | 'what' | 'detail'>

/** Who did it, as far as the trail says: a name and where from, or Throughline itself. */
const whoOf = ({ personName, partnerName, role }: TimelineEvent): string => {
  const name = personName ?? roleWords()(role as 'system')
  return partnerName === null ? name : `${name}, ${partnerName}`
}

const sayResult = resultWords()
const sayPath = standardsWords()
/** What the codes of a change add to its words. */
const addedBy = ({ detail }: Change, at: Instants): string => {
  const { result, startsAt } = detail
  if (typeof startsAt === 'string') return at.both(new Date(startsAt))
  return typeof result === 'string' && sayResult.has(result) ? sayResult(result) : ''
}

const saidOf = (change: Change, at: Instants): string => {
  const path = `path_${String(change.detail['path'])}`
  if (change.name === 'concern.triaged' && sayPath.has(path)) return sayPath(path as 'path_a')
  const added = addedBy(change, at)
  return added === '' ? change.what : `${change.what}: ${added}`
}

/** Who did it, and the smaller steps of the same act. */
const detailOf = (event: TimelineEvent, at: Instants): string =>
  [whoOf(event), ...event.steps.map((step) => saidOf(step, at))].map((part) => `${part}.`).join(' ')

function nowEvent({ active, now }: SeenStudent, at: Instants): Event[] {
  if (active === undefined || active.nextStep === null || active.nextDueAt === null) return []
  const step = stepWords()(stepAt(active.nextStep, { dueAt: active.nextDueAt, now }))
  const detail = `${step}. ${say('owes', { name: ownerName(active) })} ${at.both(active.nextDueAt)}`
  return [{ s: 'now', time: at.both(now), at: now, what: say('now'), detail }]
}

/** The day is printed where it changes; between, the time alone. */
function timesOf(events: readonly TimelineEvent[], at: Instants): string[] {
  return events.map((event, i) => {
    const before = events[i - 1]
    return before !== undefined && at.day(before.at) === at.day(event.at)
      ? at.time(event.at)
      : at.both(event.at)
  })
}

type Told = NonNullable<FullStudent['timeline']>

/** Everything that happened, who did it and when, the newest first. */
export function Timeline({ seen, timeline }: { seen: SeenStudent; timeline: Told }) {
  const at = instantsOf(seen)
  const { events, earlierThan } = timeline
  const times = timesOf(events, at)
  const drawn = events.map((event, i): Event => {
    const time = times[i]
    return {
      s: 'done',
      at: event.at,
      what: saidOf(event, at),
      detail: event.steps.length === 0 ? whoOf(event) : detailOf(event, at),
      id: `e-${event.id}`,
      ...(time !== undefined && { time }),
    }
  })
  return (
    <section id="timeline" aria-labelledby="tl">
      <h2 id="tl">{say('timeline')}</h2>
      <Events events={[...nowEvent(seen, at), ...drawn]} />
      {earlierThan !== undefined && (
        <p>
          <a
            href={`/students/${seen.student.id}?before=${encodeURIComponent(earlierThan.toISOString())}#timeline`}
          >
            {say('earlier')}
          </a>
        </p>
      )}
    </section>
  )
}
