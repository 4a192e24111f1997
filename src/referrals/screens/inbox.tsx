import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import {
  Button,
  Empty,
  Form,
  Late,
  PageHead,
  PartnerPage,
  PromiseGroup,
  PromiseRow,
  Promises,
  type Shell,
  Tag,
} from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { clockWords, dayWords, lateness } from '#standards/contract.ts'
import type { InboxEntry as InboxRow, InboxPart } from '../inbox.ts'
import type { SeenInbox } from '../look-inbox.ts'
import { visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'

const say = inboxWords()
const sayVisit = visitWords()

type RowProps = { row: InboxRow; seen: SeenInbox; shell: Shell }

const when = ({ calendar, now }: SeenInbox, at: Date) =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

const longDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const heading = ({ calendar, now }: SeenInbox) =>
  `${longDay.format(new Date(`${dayOf(calendar, now)}T00:00:00Z`))}, ${timeOf(calendar, now)}.`

function Due({ seen, at }: { seen: SeenInbox; at: Date }) {
  const { headline, detail } = clockWords(seen.calendar, { dueAt: at, now: seen.now })
  const stands = lateness(seen.calendar, at, seen.now).kind
  const words = stands === 'due' ? headline : `${detail}, ${headline}`
  return stands === 'late' ? <Late>{words}</Late> : <>{words}</>
}

const markOf = (seen: SeenInbox, at: Date | null) =>
  at !== null && lateness(seen.calendar, at, seen.now).kind === 'late' ? 'late' : 'due'

const Answers = ({
  to,
  shell,
  name,
  yes,
  no,
}: {
  to: string
  shell: Shell
  name: string
  yes: [string, string]
  no: [string, string]
}) => (
  <Form to={to} shell={shell} layout="row">
    <Button name={name} value={yes[0]}>
      {yes[1]}
    </Button>
    <Button name={name} value={no[0]}>
      {no[1]}
    </Button>
  </Form>
)

const Unshared = () => <small>{say('not_shared')}</small>

const who = (row: InboxRow) => <bdi>{row.name}</bdi>
const tags = (row: InboxRow) => (row.highNeed ? <Tag kind="high">{say('high_need')}</Tag> : undefined)

const Came = ({ row, seen, shell }: RowProps) => {
  if (row.askedVisitId === null || row.askedKind === null || row.askedAt === null) return null
  const to = `/inbox/${row.id}/visits/${row.askedVisitId}/result`
  return (
    <PromiseRow
      s={markOf(seen, row.askedAt)}
      who={who(row)}
      href={`/inbox/${row.id}`}
      tags={tags(row)}
      what={say('visit_at', { kind: sayVisit(row.askedKind), when: when(seen, row.askedAt) })}
      detail={<Due seen={seen} at={row.askedAt} />}
      act={
        row.shares ? (
          <Answers
            to={to}
            shell={shell}
            name="result"
            yes={['attended', say('did_come')]}
            no={['no_show', say('did_not_come')]}
          />
        ) : (
          <Unshared />
        )
      }
    />
  )
}

const New = ({ row, seen }: RowProps) => (
  <PromiseRow
    s={markOf(seen, row.shares ? row.nextDueAt : null)}
    who={who(row)}
    href={`/inbox/${row.id}`}
    tags={tags(row)}
    what={say('new_what', { reason: row.reason, school: row.school })}
    detail={row.shares && row.nextDueAt !== null ? <Due seen={seen} at={row.nextDueAt} /> : <Unshared />}
  />
)

const Month = ({ row, seen, shell }: RowProps) => (
  <PromiseRow
    s={markOf(seen, row.monthDueAt)}
    who={who(row)}
    href={`/inbox/${row.id}`}
    what={
      row.firstSeenAt === null
        ? ''
        : say('started', {
            day: dayWords(dayOf(seen.calendar, row.firstSeenAt), dayOf(seen.calendar, seen.now)),
          })
    }
    detail={row.monthDueAt !== null && <Due seen={seen} at={row.monthDueAt} />}
    act={
      row.shares ? (
        <Answers
          to={`/inbox/${row.id}/engagement`}
          shell={shell}
          name="engaged"
          yes={['yes', say('yes')]}
          no={['no', say('no')]}
        />
      ) : (
        <Unshared />
      )
    }
  />
)

const Other = ({ row, seen }: RowProps) => (
  <PromiseRow
    s="next"
    who={who(row)}
    href={`/inbox/${row.id}`}
    tags={tags(row)}
    what={
      row.nextVisitAt === null ? say('no_visit') : say('next_visit', { when: when(seen, row.nextVisitAt) })
    }
  />
)

const Stopped = ({
  stop,
  seen,
  shell,
}: {
  stop: SeenInbox['stops'][number]
  seen: SeenInbox
  shell: Shell
}) => (
  <PromiseRow
    s="end"
    who={stop.initials}
    what={say(stop.because === 'withdrawn' ? 'withdrawn' : 'revoked', { when: when(seen, stop.madeAt) })}
    detail={say('read_by', { when: when(seen, stop.dueAt) })}
    act={
      <Form to={`/inbox/${stop.referralId}/stop`} shell={shell}>
        <Button>{say('have_read')}</Button>
      </Form>
    }
  />
)

const drawn: Record<InboxPart, (props: RowProps) => ComponentChildren> = {
  came: Came,
  new: New,
  month: Month,
  to_book: Other,
  with_you: Other,
}

function Part({ part, seen, shell }: { part: InboxPart; seen: SeenInbox; shell: Shell }) {
  const rows = seen.parts[part]
  if (rows.length === 0) return null
  const Row = drawn[part]
  return (
    <PromiseGroup id={part} heading={say(part, { count: rows.length })}>
      {rows.map((row) => (
        <Row row={row} seen={seen} shell={shell} />
      ))}
    </PromiseGroup>
  )
}

const asked = (seen: SeenInbox) =>
  seen.parts.came.length + seen.parts.new.length + seen.parts.month.length + seen.stops.length

/** The inbox of an agency: yes-or-no answers that take seconds, oldest promise first. */
export function InboxPage(seen: SeenInbox, { shell }: View) {
  const count = asked(seen)
  const updated = dayWords(dayOf(seen.calendar, seen.partner.updatedAt), dayOf(seen.calendar, seen.now))
  return (
    <PartnerPage shell={shell}>
      <PageHead title={say('title')} above={seen.partner.name}>
        <p>
          {heading(seen)} <b>{say('to_answer', { count })}</b>
          {count > 0 && say('minutes', { count: Math.max(1, Math.round(count * 0.75)) })}
        </p>
      </PageHead>
      <div class="read">
        <Promises>
          <Part part="came" seen={seen} shell={shell} />
          <Part part="new" seen={seen} shell={shell} />
          <Part part="month" seen={seen} shell={shell} />
          {seen.stops.length > 0 && (
            <PromiseGroup id="stopped" heading={say('stopped', { count: seen.stops.length })}>
              {seen.stops.map((stop) => (
                <Stopped stop={stop} seen={seen} shell={shell} />
              ))}
            </PromiseGroup>
          )}
          <Part part="to_book" seen={seen} shell={shell} />
          <Part part="with_you" seen={seen} shell={shell} />
        </Promises>
        {count === 0 && seen.parts.with_you.length === 0 && seen.parts.to_book.length === 0 && (
          <Empty fact={say('empty')} note={say('empty_note')} />
        )}
        <p class="after">
          <a href={`/partners/${seen.partner.id}/room`}>{say('room')}</a>:{' '}
          {say('room_now', { count: seen.partner.openPlaces, day: updated })}
        </p>
      </div>
    </PartnerPage>
  )
}
