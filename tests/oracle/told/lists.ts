import { roundsOf } from '#navigation/cycling-store.ts'
import { decidersAt } from '#concerns/deciders.ts'
import { closedConcernsOf } from '#concerns/closed-store.ts'
import { concernsRaisedBy, queueOf } from '#concerns/queue-store.ts'
import { consentStates } from '#consent/consent-state.ts'
import { readWorklist } from '#consent/worklist-store.ts'
import { referralsWithGaps } from '#coordination/gap-store.ts'
import { findLeftWork } from '#coordination/left-work-store.ts'
import { type OwedKind, thingsOwedTo } from '#coordination/owed-store.ts'
import { careWithGaps } from '#coordination/school-care-store.ts'
import { keptSince, referralsOwnedBy } from '#coordination/today-store.ts'
import { schoolsOf } from '#district/choosing-store.ts'
import { listEscalations } from '#escalations/list-store.ts'
import { listExceptions } from '#exceptions/store.ts'
import { openingsReviewed, openingsWaiting } from '#people/opening-store.ts'
import { searchReferrals } from '#people/search-pathway-store.ts'
import { searchStudents } from '#people/search-store.ts'
import { listRequests } from '#records/store.ts'
import { listReviews } from '#reviews/coverage-store.ts'
import { linesOf } from '#reviews/line-store.ts'
import { reviewKinds } from '#reviews/review.ts'
import { runningSupports } from '#supports/review-store.ts'
import { everyPage, ids, type List, list, most, typed } from './asked.ts'
import { ofAgencies } from './lists-of-agencies.ts'
import { ofNotices } from './lists-of-notices.ts'
import { ofIncidents } from './lists-of-incidents.ts'
import { ofLooks } from './lists-of-looks.ts'
import { ofTheTracker, timeZone } from './lists-of-the-tracker.ts'

/** Both halves of a list that is asked for by what became of its rows, page by page. */
async function halves<Row extends { id: string }>(
  page: (half: boolean, from: number, limit: number) => Promise<Row[]>,
): Promise<string[]> {
  const all: string[] = []
  for (const half of [false, true])
    for (let from = 0; ; from += 2) {
      const rows = await page(half, from, 2)
      all.push(...rows.map(({ id }) => id))
      if (rows.length === 0) break
    }
  return all
}

/** What waits for somebody, of one kind, as though they had every duty. */
const owed = (table: string, kind: OwedKind): List =>
  list(table, `coordination/thingsOwedTo ${kind}`, async ({ tx, actor, now }) => {
    const duties = { triage: true, care: true, lead: true, deciders: await decidersAt({ tx, now }) }
    const things = await thingsOwedTo(tx, actor, { ...duties, now, covered: [] })
    return things
      .filter((thing) => thing.kind === kind)
      .map(({ id, aboutId }) => (kind === 'alert' ? aboutId : id))
  })
const left = (table: string, kind: 'referral' | 'support' | 'concern'): List =>
  list(table, `coordination/findLeftWork ${kind}`, async ({ tx, actor, now }) =>
    (await findLeftWork(tx, actor, { now, limit: most }))
      .filter((each) => each.kind === kind)
      .map(({ id }) => id),
  )

const today = '2026-10-13'

const ofSchools: readonly List[] = [
  {
    ...list('student', 'people/searchStudents', ({ tx, actor }) =>
      ids(searchStudents(tx, actor, { typed, limit: most })),
    ),
    along: ['student_name', 'student_name_pair'],
  },
  list('referral', 'people/searchReferrals', async ({ tx, actor }) => {
    const students = await searchStudents(tx, actor, { typed, limit: most })
    return ids(
      searchReferrals(tx, actor, { typed: '', studentIds: students.map(({ id }) => id), limit: most }),
    )
  }),
  ...ofTheTracker,
  list('referral', 'consent/readWorklist', async ({ tx, actor, now }) => {
    const asked = { zone: timeZone, now, warnFrom: today }
    const each = consentStates.map((state) =>
      everyPage(
        async (after, limit) => (await readWorklist(tx, actor, { ...asked, state, after, limit })).rows,
        ({ referredAt }) => referredAt,
      ),
    )
    return [...new Set((await Promise.all(each)).flat())]
  }),
  list('referral', 'coordination/referralsWithGaps', ({ tx, actor, now }) =>
    ids(referralsWithGaps(tx, actor, { now, today, after: undefined, limit: most })),
  ),
  {
    ...list('referral', 'coordination/referralsOwnedBy', ({ tx, actor, now }) =>
      ids(referralsOwnedBy(tx, actor, { covered: [], now })),
    ),
    own: true,
  },
  {
    ...list('student', 'coordination/keptSince', async ({ tx, actor, now }) =>
      (await keptSince(tx, actor, new Date(now.getTime() - 90 * 86_400_000))).map(
        ({ studentId }) => studentId,
      ),
    ),
    opens: true,
  },
  list('concern', 'concerns/queueOf', ({ view }) =>
    everyPage(
      (after, limit) => queueOf(view, { after, limit }),
      ({ dueAt }) => dueAt,
    ),
  ),
  list('concern', 'concerns/closedConcernsOf', ({ view }) =>
    everyPage(
      (after, limit) => closedConcernsOf(view, { after, limit }),
      ({ endedAt }) => endedAt,
    ),
  ),
  list('brief_support', 'supports/runningSupports', ({ tx, actor }) =>
    ids(runningSupports(tx, actor, { mine: false, limit: most })),
  ),
  list('student', 'coordination/careWithGaps', async ({ tx, actor, now }) =>
    (await careWithGaps(tx, actor, { now, today, after: undefined, limit: most })).map(
      ({ studentId }) => studentId,
    ),
  ),
  {
    // Whoever was referred once is on no list of those who go round.
    ...list('student', 'navigation/roundsOf', async ({ tx, actor, now }) =>
      (await roundsOf(tx, actor, { since: new Date(0), now })).map(({ studentId }) => studentId),
    ),
    less: true,
  },
  list('escalation', 'escalations/listEscalations', ({ tx, actor }) =>
    halves((closed, from, limit) => listEscalations(tx, actor, { closed, from, limit })),
  ),
  list('consent_exception', 'exceptions/listExceptions', ({ tx, actor }) =>
    halves((reviewed, from, limit) => listExceptions(tx, actor, { reviewed, from, limit })),
  ),
  list('record_request', 'records/listRequests', ({ tx, actor }) =>
    halves((answered, from, limit) => listRequests(tx, actor, { answered, from, limit })),
  ),
  list('record_opening', 'people/openingsWaiting', ({ tx, actor }) => ids(openingsWaiting(tx, actor, most))),
  list('record_opening', 'people/openingsReviewed', ({ tx, actor }) =>
    ids(openingsReviewed(tx, actor, most)),
  ),
]

const byDuty: readonly List[] = [
  owed('concern', 'concern'),
  owed('crisis_incident', 'alert'),
  owed('escalation', 'escalation'),
  owed('safety_signal', 'signal'),
  owed('review_task', 'task'),
  owed('incident_review', 'debrief'),
  owed('improvement', 'improvement'),
  owed('return_plan', 'return'),
  owed('follow_up', 'follow_up'),
  owed('practical_support', 'help'),
  owed('family_need', 'need'),
  owed('outside_provider', 'outside'),
  owed('reassessment', 'reassessment'),
  owed('barrier', 'barrier'),
  { ...owed('care_notice', 'care'), less: true },
  ofLooks,
  {
    ...list('weekly_review_line', 'reviews/linesOf', async ({ tx, actor, now }) => {
      const schools = (await schoolsOf(tx, actor)).map(({ id }) => id)
      const listed = reviewKinds.map((kind) => listReviews(tx, { schools, kind, limit: most }))
      const reviews = (await Promise.all(listed)).flat()
      return (await Promise.all(reviews.map(({ id }) => ids(linesOf(tx, id, now))))).flat()
    }),
    less: true,
  },
  left('referral', 'referral'),
  left('brief_support', 'support'),
  left('concern', 'concern'),
]

export const lists: readonly List[] = [
  ...ofSchools,
  ...byDuty,
  ...ofIncidents,
  ...ofAgencies,
  ...ofNotices,
  {
    ...list('concern', 'concerns/concernsRaisedBy', ({ view, actor }) =>
      ids(concernsRaisedBy(view, actor.personId ?? '')),
    ),
    own: true,
  },
]
