import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Empty, PageHead, Pager, PartnerPage, PromiseGroup, Promises, type Shell } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { InboxPart } from '../inbox.ts'
import type { SeenInbox } from '../look-inbox.ts'
import { Came, Month, New, Other, type RowProps, Stopped } from './inbox-rows.tsx'
import { inboxWords } from './inbox-words.ts'

const say = inboxWords()

const longDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const heading = ({ calendar, now }: SeenInbox) =>
  `${longDay.format(new Date(`${dayOf(calendar, now)}T00:00:00Z`))}, ${timeOf(calendar, now)}.`

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

/** How much room the agency has, as the school’s picker shows it. */
function Room({ seen }: { seen: SeenInbox }) {
  const updated = dayWords(dayOf(seen.calendar, seen.partner.updatedAt), dayOf(seen.calendar, seen.now))
  return (
    <p class="after">
      {seen.mayTellRoom ? <a href={`/partners/${seen.partner.id}/room`}>{say('room')}</a> : say('room')}:{' '}
      {say('room_now', { count: seen.partner.openPlaces, day: updated })}
    </p>
  )
}

/** What is asked, and beside it where there is room, who is with the agency. */
const Columns = ({ seen, shell }: { seen: SeenInbox; shell: Shell }) => (
  <div class="inbox-cols">
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
    </Promises>
    <Promises>
      <Part part="to_book" seen={seen} shell={shell} />
      <Part part="with_you" seen={seen} shell={shell} />
    </Promises>
  </div>
)

/** The inbox of an agency: yes-or-no answers that take seconds, oldest promise first. */
export function InboxPage(seen: SeenInbox, { shell }: View) {
  const count = asked(seen)
  return (
    <PartnerPage shell={shell}>
      <PageHead title={say('title')} above={seen.partner.name}>
        <p>
          {heading(seen)} <b>{say('to_answer', { count })}</b>
          {count > 0 && say('minutes', { count: Math.max(1, Math.round(count * 0.75)) })}
        </p>
      </PageHead>
      <Columns seen={seen} shell={shell} />
      <div class="read">
        {count === 0 && seen.parts.with_you.length === 0 && seen.parts.to_book.length === 0 && (
          <Empty fact={say('empty')} note={say('empty_note')} />
        )}
        <Pager
          previous={seen.first ? undefined : '/inbox'}
          next={seen.next === undefined ? undefined : `/inbox?after=${encodeURIComponent(seen.next)}`}
        />
        <Room seen={seen} />
      </div>
    </PartnerPage>
  )
}
