import type { View } from '#access/screen.ts'
import { Ahead, NowBar, Page, PageHead, Pager, PromiseGroup, Promises, type Shell } from '#design/contract.ts'
import { closuresBetween, addCalendarDays, dayOf, timeOf } from '#district/contract.ts'
import type { SeenToday } from '../look-today.ts'
import { type Group, groups } from '../promises.ts'
import { instantsOf } from './instants.ts'
import { Kept, News, Waiting } from './today-after.tsx'
import { Row } from './today-rows.tsx'
import { Duties } from './today-duties.tsx'
import { Terms } from './today-terms.tsx'
import { Nothing } from './today-nothing.tsx'
import { todayWords } from './today-words.ts'

const say = todayWords()

const longDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const total = ({ counts }: SeenToday) => groups.reduce((sum, group) => sum + counts[group], 0)
const shownIn = (seen: SeenToday) => groups.reduce((sum, group) => sum + seen.groups[group].length, 0)
const address = (show: Group, after?: string) =>
  `/today?${new URLSearchParams({ show, ...(after !== undefined && { after }) })}`

/** The counts are one sentence of links, not tiles. */
function Lead({ seen }: { seen: SeenToday }) {
  const { calendar, now } = seen
  const today = dayOf(calendar, now)
  const present = groups.filter((group) => seen.counts[group] > 0)
  return (
    <p class="lead">
      {longDay.format(new Date(`${today}T00:00:00Z`))}, {timeOf(calendar, now)}.{' '}
      {present.length > 0 && (
        <>
          <b>{say('owe', { count: total(seen) })}</b>{' '}
          {present.map((group, i) => (
            <>
              {i > 0 && ', '}
              <a href={seen.show === 'everything' ? `#${group}` : address(group)}>
                {say(`count_${group}`, { count: seen.counts[group] })}
              </a>
            </>
          ))}
          .
        </>
      )}
    </p>
  )
}

/** A day without school is explained once, where clocks are read. */
function Closed({ seen: { calendar, now } }: { seen: SeenToday }) {
  const today = dayOf(calendar, now)
  const at = instantsOf({ calendar, now })
  const closed = closuresBetween(calendar, addCalendarDays(today, -4), today).at(-1)
  if (closed === undefined) return null
  return (
    <p class="quiet">
      {closed.on === today
        ? say('holiday', { label: closed.label })
        : say('closed_before', { day: at.day(closed.on), label: closed.label })}
    </p>
  )
}

/** Where the others of a group are, when the page does not show all of it. */
const rest = ({ counts, groups: shown, show }: SeenToday, group: Group) =>
  show === 'everything' && counts[group] > shown[group].length
    ? {
        href: address(group),
        label: say('see_all', { what: say(`count_${group}`, { count: counts[group] }) }),
      }
    : undefined

function Groups({
  seen,
  shell,
  of,
  firstId,
}: {
  seen: SeenToday
  shell: Shell
  of: readonly Group[]
  firstId: string | undefined
}) {
  return of
    .filter((group) => seen.groups[group].length > 0)
    .map((group) => (
      <PromiseGroup
        id={group}
        heading={say(group, { count: seen.counts[group] })}
        wide
        more={rest(seen, group)}
      >
        {seen.groups[group].map((promise) => (
          <Row promise={promise} seen={seen} shell={shell} first={promise.id === firstId} />
        ))}
      </PromiseGroup>
    ))
}

function Owed({ seen, shell }: { seen: SeenToday; shell: Shell }) {
  const firstId = groups.flatMap((group) => seen.groups[group])[0]?.id
  return (
    <Promises>
      <Groups seen={seen} shell={shell} of={['high', 'late']} firstId={firstId} />
      <NowBar>{say('now', { time: timeOf(seen.calendar, seen.now) })}</NowBar>
      <Ahead>
        <Groups seen={seen} shell={shell} of={['today', 'week', 'later']} firstId={firstId} />
      </Ahead>
    </Promises>
  )
}

/** For whom one stands in today: what is owed there stands below with one's own. */
const StandsIn = ({ seen: { standsIn } }: { seen: SeenToday }) =>
  standsIn.length === 0 ? null : (
    <p>
      {say('stands_in', { names: standsIn.map(({ name }) => name).join(', ') })}{' '}
      <a href="/absences">{say('who_is_away')}</a>
    </p>
  )

/** The first screen after signing in: what is owed, by when, the oldest promise first. */
export const TodayPage = (seen: SeenToday, { shell }: View) => (
  <Page shell={shell}>
    <PageHead
      title={say('title')}
      {...(seen.show !== 'everything' && { crumb: { href: '/today', label: say('all_groups') } })}
    >
      <Lead seen={seen} />
      <Closed seen={seen} />
      <Terms seen={seen} />
      <StandsIn seen={seen} />
    </PageHead>
    <Duties seen={seen} />
    {shownIn(seen) > 0 ? (
      <Owed seen={seen} shell={shell} />
    ) : (
      seen.duties.length === 0 && <Nothing seen={seen} shell={shell} />
    )}
    {seen.show !== 'everything' && seen.next !== undefined && <Pager next={address(seen.show, seen.next)} />}
    <section class="after flow">
      <News seen={seen} shell={shell} />
      <Waiting seen={seen} />
      <Kept seen={seen} />
      {seen.raised.length > 0 && (
        <p>
          <a href="/concerns/mine">{say('own_concerns')}</a>
        </p>
      )}
    </section>
  </Page>
)
