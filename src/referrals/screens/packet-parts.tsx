import { Banner, Button, Form, type Marked, MarkedList, PageHead, Tag } from '#design/contract.ts'
import { dayOf } from '#district/contract.ts'
import { clockWords, dayWords } from '#standards/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { milestoneWords, sourceWords, statusWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import type { FormProps } from './packet-sheet.tsx'
import { whenOf } from './packet-visits.tsx'

const say = inboxWords()
const saySource = sourceWords()
const sayStatus = statusWords()
const sayMilestone = milestoneWords()

const told = {
  status: 'tell_status',
  appointment: 'tell_dates',
  safety_signal: 'tell_safety',
  participation: 'tell_visits',
} as const

/** One item the family was asked about, and why it may not be told where it may not. */
function tellingLine({ items, standing, agreed }: SeenPacket['tellings'][number]): Marked {
  const what = say(told[items[0] as keyof typeof told])
  if (standing !== 'in_force') return { s: 'end', text: say(`why_${standing}`, { what }) }
  return agreed ? { s: 'done', text: what } : { s: 'end', text: say('why_not_agreed', { what }) }
}

/** Item by item what the family was asked, and what is never told whatever it said. */
export function MayTell({ seen }: { seen: SeenPacket }) {
  return (
    <section aria-labelledby="tell">
      <h3 id="tell">{say('may_tell')}</h3>
      <MarkedList items={[...seen.tellings.map(tellingLine), { s: 'end', text: say('tell_never') }]} />
    </section>
  )
}

/** What was told so far, and when. */
export const History = ({ seen }: { seen: SeenPacket }) =>
  seen.statuses.length + seen.milestones.length === 0 ? null : (
    <section aria-labelledby="history">
      <h3 id="history">{say('history')}</h3>
      <MarkedList
        items={[
          ...seen.statuses.map((row) => ({
            s: 'done' as const,
            text: say('history_line', {
              when: whenOf(seen, row.happenedAt),
              status: sayStatus(row.status),
              by: [
                ...(row.source === 'partner' ? [] : [saySource(row.source)]),
                row.enteredByName || say('the_school'),
              ].join(', '),
            }),
          })),
          ...seen.milestones.map(({ milestone, reachedOn }) => ({
            s: 'done' as const,
            text: say('milestone_line', {
              what: sayMilestone(milestone),
              day: dayWords(reachedOn, dayOf(seen.calendar, seen.now)),
            }),
          })),
        ]}
      />
    </section>
  )

/** What the agency asked the school for, and what was answered when [R035]. */
export const Furthers = ({ seen }: { seen: SeenPacket }) =>
  seen.furthers.length === 0 ? null : (
    <section aria-labelledby="further-asked">
      <h3 id="further-asked">{say('further_asked')}</h3>
      <MarkedList
        items={seen.furthers.map(({ requestedAt, dueAt, answer, answeredAt }) => {
          const asked = { day: whenOf(seen, requestedAt) }
          return answer === null || answeredAt === null
            ? { s: 'due' as const, text: say('further_waits', { ...asked, due: whenOf(seen, dueAt) }) }
            : {
                s: 'done' as const,
                text: say(`further_${answer}`, { ...asked, when: whenOf(seen, answeredAt) }),
              }
        })}
      />
    </section>
  )

/** Stop notices nobody has read yet. */
export function Stops({ seen, view }: FormProps) {
  const unread = seen.stops.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  return unread.map((stop) => (
    <Banner kind="slow">
      <Form to={`/inbox/${stop.referralId}/stop`} shell={view.shell} layout="row">
        <span>{say(`stop_${stop.because}`, { when: whenOf(seen, stop.madeAt) })}</span>
        <Button>{say('have_read')}</Button>
      </Form>
    </Banner>
  ))
}

/** By when an answer is owed, and on a phone the way down to it. */
function Owed({ seen: { referral, packet, calendar, now, sameWeekBy } }: { seen: SeenPacket }) {
  const due = referral.dueAt === null ? undefined : clockWords(calendar, { dueAt: referral.dueAt, now })
  return (
    <>
      {due !== undefined && (
        <p>
          <b>{say('answer_by_head', { when: due.detail })}</b>, {due.headline}.{' '}
          {sameWeekBy !== null &&
            say('same_week_by', { day: dayWords(dayOf(calendar, sameWeekBy), dayOf(calendar, now)) })}
        </p>
      )}
      {packet.content !== undefined && (
        <p class="to-answer">
          <a href="#answer">{say('your_answer')}</a>
        </p>
      )}
    </>
  )
}

/** Whose referral, from where, and by when an answer is owed. */
export function Head({ seen, view }: FormProps) {
  const { referral, packet, calendar, now, schoolName } = seen
  const waits = referral.state === 'sent' || referral.state === 'received'
  const from = schoolName === '' ? 'arrived' : 'from'
  const when = whenOf(seen, packet.sentAt)
  return (
    <PageHead
      // Whoever came in by a link has no list to go back to.
      {...(view.shell.leave === undefined && { crumb: { href: '/inbox', label: say('back') } })}
      above={say(referral.receivedAt === null ? from : `${from}_received`, { school: schoolName, when })}
      title={<bdi>{packet.name}</bdi>}
    >
      {referral.highNeed && packet.open && (
        <p>
          <Tag kind="high">{say('high_need')}</Tag>
        </p>
      )}
      {waits && <Owed seen={seen} />}
      {seen.responsibility !== undefined && (
        <p>
          {say('holds', {
            name: seen.responsibility.holderName,
            day: dayWords(dayOf(calendar, seen.responsibility.acceptedAt), dayOf(calendar, now)),
          })}
        </p>
      )}
    </PageHead>
  )
}
