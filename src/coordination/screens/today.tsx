import type { View } from '#access/screen.ts'
import {
  Ahead,
  ButtonLink,
  Empty,
  NowBar,
  Page,
  PageHead,
  Pager,
  PromiseGroup,
  Promises,
  type Shell,
} from '#design/contract.ts'
import { closuresBetween, addCalendarDays, dayOf, timeOf } from '#district/contract.ts'
import type { SeenToday } from '../look-today.ts'
import { type Group, groups } from '../promises.ts'
import { instantsOf } from './instants.ts'
import { Kept, News, Waiting } from './today-after.tsx'
import { Row } from './today-rows.tsx'
import { Terms } from './today-terms.tsx'
import { hereFor, todayWords } from './today-words.ts'

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

const nothingHere = (seen: SeenToday) =>
  [
    say('none_kept', { count: seen.kept.length }),
    say('none_waiting', { count: seen.waitingCount }),
    hereFor(seen.role),
  ]
    .join(' ')
    .trim()

/** Where one looks when nothing is owed: what the menu of this assignment has. */
function Elsewhere({ shell }: { shell: Shell }) {
  const mayOpen = new Set(shell.nav.flatMap(({ items }) => items.map(({ href }) => href)))
  const places = [
    { href: '/referrals', label: say('look_referrals') },
    { href: '/concerns/new', label: say('raise') },
    { href: '/roster', label: say('look_roster') },
    { href: '/partners', label: say('look_partners') },
    { href: '/standards', label: say('look_standards') },
  ]
  return places
    .filter(({ href }) => mayOpen.has(href))
    .slice(0, 2)
    .map(({ href, label }) => <ButtonLink href={href}>{label}</ButtonLink>)
}

/** Nothing owed, or nothing left of the group one looked at. */
const Nothing = ({ seen, shell }: { seen: SeenToday; shell: Shell }) => (
  <Empty
    fact={say(seen.inbox ? 'partner_note' : 'none')}
    note={seen.inbox ? say('partner_next') : nothingHere(seen)}
  >
    <p class="row">
      {seen.inbox && (
        <ButtonLink kind="go" href="/inbox">
          {say('partner_inbox')}
        </ButtonLink>
      )}
      {seen.role === 'teacher' && (
        <ButtonLink kind="go" href="/concerns/new">
          {say('raise')}
        </ButtonLink>
      )}
      {!seen.inbox && seen.role !== 'teacher' && <Elsewhere shell={shell} />}
    </p>
  </Empty>
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
    </PageHead>
    {shownIn(seen) > 0 ? <Owed seen={seen} shell={shell} /> : <Nothing seen={seen} shell={shell} />}
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
