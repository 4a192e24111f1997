import { momentWords } from '#consent/contract.ts'
import { Empty, Events, MarkedList, type MarkState } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { noShowRate } from '../visit-rates.ts'
import { milestoneWords, resultWords, visitWords } from '../words.ts'
import { ReminderLine } from './reminder-line.tsx'

const say = navigatorScreenWords()
const kind = visitWords()
const result = resultWords()
const sayMilestone = milestoneWords()

type Full = NonNullable<ReferralData['full']>
type Props = { data: ReferralData; full: Full }

const visitMarks: Record<string, MarkState> = {
  attended: 'done',
  no_show: 'late',
  rescheduled: 'end',
  cancelled_by_family: 'end',
  cancelled_by_provider: 'end',
  cancelled_by_school: 'end',
}

type VisitProps = Props & { visit: Full['visits'][number] }

/** What belongs to a visit: its reminder, and what stood in its way. */
const Belonging = ({ data, full, visit }: VisitProps) => {
  const reminder = full.reminders.find(({ appointmentId }) => appointmentId === visit.id)
  const barriers = full.barriers
    .filter(({ appointmentId }) => appointmentId === visit.id)
    .map(({ category }) => data.words.barrierLabels[category] ?? category)
  return (
    <>
      {reminder !== undefined && (
        <>
          <br />
          <ReminderLine reminder={reminder} reading={data} mayWork={data.mayWork} />
        </>
      )}
      {barriers.length > 0 && (
        <>
          <br />
          {say('visit_barriers', { names: barriers.join(', ') })}
        </>
      )}
    </>
  )
}

const VisitDetail = ({ data, full, visit }: VisitProps) => (
  <>
    {say('visit_detail', {
      place: visit.place,
      result:
        visit.result === null
          ? say('visit_open', { at: momentWords(visit.bookedAt, data) })
          : result(visit.result),
    })}{' '}
    {visit.lateReason !== null &&
      say('visit_late', { reason: data.words.barrierLabels[visit.lateReason] ?? '' })}{' '}
    {visit.result === null && data.mayWork && (
      <a href={`/appointments/${visit.id}/rebooking`}>{say('move')}</a>
    )}
    <Belonging data={data} full={full} visit={visit} />
  </>
)

/** How far treatment is: days the agency told, and nothing of what is done in it [R164]. */
const Milestones = ({ data, full }: Props) =>
  full.milestones.length === 0 ? null : (
    <MarkedList
      items={full.milestones.map(({ milestone, reachedOn }) => ({
        s: 'done',
        text: say('milestone', { what: sayMilestone(milestone), day: dayWords(reachedOn, data.today) }),
      }))}
    />
  )

/** Every visit, with what came of it, its reminder, and what stood in its way. */
export function Visits({ data, full }: Props) {
  const { missed, due } = noShowRate(full.visits)
  const events = full.visits.toReversed().map((visit) => ({
    s: visit.result === null ? ('due' as const) : (visitMarks[visit.result] ?? 'done'),
    time: momentWords(visit.startsAt, data),
    at: visit.startsAt,
    what: kind(visit.kind),
    detail: <VisitDetail data={data} full={full} visit={visit} />,
  }))
  return (
    <section id="visits" aria-labelledby="visits-h">
      <h2 id="visits-h">{say('visits')}</h2>
      {missed > 0 && <p>{say('visits_missed', { missed, due })}</p>}
      <Milestones data={data} full={full} />
      {events.length === 0 ? <Empty fact={say('visits_none')} /> : <Events events={events} />}
    </section>
  )
}
