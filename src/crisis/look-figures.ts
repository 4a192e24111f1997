import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { decidersAt, helpAskedAt, readsStudentRequests } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { isSmall } from '#platform/small-counts.ts'
import type { Ending } from './incident.ts'
import {
  beginningsOf,
  type Counted,
  countedApart,
  crisesOf,
  figuresBySchool,
  figuresOf,
  isTellable,
  premises,
  tellsBeginningsAt,
  tellsNobodyAt,
  thoseAt,
} from './figures.ts'
import { countedIncidents, listedIncidents } from './figures-store.ts'
import { helpTimesOf } from './help-times.ts'
import { figureReaders, followsIncidents } from './policy.ts'
import { repeatOf } from './repeat.ts'
import { repeatWithin } from './repeat-window.ts'
import { timedIncidents } from './medians-store.ts'
import { mediansByMonth, readableRows, shownRow } from './step-medians.ts'

/** Days the figures look back, and incidents on the page. */
const [days, most] = [365, 100]

type Asked = { some: readonly (Counted & { id: string })[]; since: Date; withinDays: number }

/** The latest of them, one by one, for whoever may open them. */
async function listOf({ tx, actor }: Viewing, { some, since, withinDays }: Asked) {
  const first = some.slice(0, most)
  const told = await listedIncidents(tx, actor, { since, ids: first.map(({ id }) => id) })
  const byId = new Map(told.map((each) => [each.id, each]))
  return first.flatMap((counted) => {
    const listed = byId.get(counted.id)
    const { schoolName, source, onPremises, knownBy, endedAs } = counted
    const repeatsOn = repeatOf(counted, withinDays) ?? null
    return listed === undefined
      ? []
      : [{ ...listed, schoolName, source, onPremises, knownBy, endedAs, repeatsOn }]
  })
}

/** How soon the steps of some incidents were taken, month by month: the latest rows. */
async function mediansOf({ tx, actor }: Viewing, { some, since, readsEach }: Asked & { readsEach: boolean }) {
  const ids = new Set(crisesOf(some).map(({ id }) => id))
  const timed = (await timedIncidents(tx, actor, since)).filter(({ id }) => ids.has(id))
  const rows = readableRows(mediansByMonth(timed), readsEach)
  return {
    rows: rows.slice(0, most).map((row) => shownRow(row, readsEach)),
    more: Math.max(0, rows.length - most),
  }
}

/**
 * What ended otherwise. Whoever reads no record is told of none whose number is small, and not by place: a
 * small one would follow from the others.
 */
const apartFor = (some: readonly Counted[], { readsEach, isAll }: { readsEach: boolean; isAll: boolean }) =>
  Object.entries(countedApart(some))
    .filter(([, count]) => count > 0 && (readsEach || (isAll && !isSmall(count))))
    .map(([ending, count]) => ({ ending: ending as Ending, count }))

/** How many incidents there were, on premises or not, how they began, and how many were repeats. */
export const lookFigures = look({
  name: 'crisis/figures',
  by: figureReaders,
  given: z.object({ premises: z.enum(premises).catch('all').default('all') }),
  shows: { for: 'crisis', parts: ['crisis'] },
  async see(view, { premises: where }) {
    view.permit(true)
    const { tx, actor, now } = view
    const since = new Date(now.getTime() - days * 86_400_000)
    const withinDays = await repeatWithin(view)
    const every = await countedIncidents(tx, actor, since)
    const some = thoseAt(every, where)
    const readsEach = view.knows('crisis') && followsIncidents(actor.role)
    const list = readsEach ? await listOf(view, { some, since, withinDays }) : []
    const studentIds = list.flatMap(({ studentId }) => (studentId === null ? [] : [studentId]))
    view.saw({ type: 'crisis_incident', id: null, studentIds: [...new Set(studentIds)] })
    const [all, bySchool] = [figuresOf(some, withinDays), figuresBySchool(some, withinDays)]
    const told = readsEach || tellsNobodyAt(every, where, withinDays)
    const { by, known } = beginningsOf(some)
    const tells = (list: 'by' | 'known') => readsEach || tellsBeginningsAt(list, { every, where, withinDays })
    const help = helpTimesOf(await helpAskedAt(tx, actor, since))
    const helpTold = readsStudentRequests(actor.role, await decidersAt(view)) || isTellable(help)
    return {
      where,
      help: helpTold ? help : undefined,
      days,
      withinDays,
      readsEach,
      all: told ? all : undefined,
      apart: apartFor(some, { readsEach, isAll: where === 'all' }),
      by: tells('by') ? by : undefined,
      known: tells('known') ? known : undefined,
      bySchool: told ? bySchool : [],
      medians: await mediansOf(view, { some, since, withinDays, readsEach }),
      list: list.map(({ studentId: _, ...each }) => each),
      more: readsEach ? Math.max(0, some.length - most) : 0,
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenFigures = Awaited<ReturnType<typeof lookFigures.see>>
