import { sql } from 'kysely'
import { systemActor } from '#access/actor.ts'
import { reactions } from '#access/happening.ts'
import { watchGates } from '#partnership/watch-gate.ts'
import { standingClock } from '#platform/clock.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import { wiring } from '../../../src/wiring.ts'
import { seedBase } from '../base.ts'
import { actorOf } from '../cast.ts'
import { riversideId } from '../places.ts'
import { traceSetting } from '../rows.ts'
import { agencies } from './agencies.ts'
import { whoIsAway } from './away.ts'
import { alertsEachWay } from './alerts-each-way.ts'
import { almanacOf } from './almanac.ts'
import { aroundAStudent } from './around-a-student.ts'
import { backAtSchool } from './back-at-school.ts'
import { asksHimself, supported } from './at-school-alone.ts'
import { askedAboutRecords } from './asked-about-records.ts'
import { caseReviews } from './case-reviews.ts'
import { caseSamples } from './case-samples.ts'
import { choices } from './choices.ts'
import { toldWithoutConsent } from './told-without-consent.ts'
import { consentsTold } from './consents-told.ts'
import { drills } from './drills.ts'
import { screeningRounds } from './screening-rounds.ts'
import { familyAtWork } from './family-at-work.ts'
import { crises } from './crises.ts'
import { glassBroken } from './glass-broken.ts'
import { guests } from './guests.ts'
import { handleWithCare } from './handle-with-care.ts'
import { keptAway } from './kept-away.ts'
import { loops } from './loops.ts'
import type { Story } from './story.ts'
import { whatFamiliesTold } from './what-families-told.ts'
import { whatPeopleKeepTo } from './what-people-keep-to.ts'
import { whoReads } from './who-reads.ts'
import { progressMeetings } from './progress-meetings.ts'
import { register } from './register.ts'
import { roster } from './roster.ts'
import { pausedClocks } from './paused.ts'
import { stalledLoops } from './stalled.ts'
import { staffRecords } from './staff-records.ts'
import { training } from './training.ts'
import { earlyWarning } from './early-warning.ts'
import { whoCoordinates } from './who-coordinates.ts'
import { weeklyReviews } from './weekly-reviews.ts'
import { thisWeek } from './this-week.ts'

const all: Record<string, Story> = {
  'the roster': roster,
  'the agencies': agencies,
  'what people keep to': whatPeopleKeepTo,
  'who was trained': training,
  'what is on record of staff': staffRecords,
  ...supported,
  ...loops,
  ...choices,
  'a student who asks himself': asksHimself,
  'who coordinates': whoCoordinates,
  'who is kept away': keptAway,
  'who works where their family goes': familyAtWork,
  'what was told without consent': toldWithoutConsent,
  'when the glass was broken': glassBroken,
  ...consentsTold,
  'the register of rules': register,
  'who reads': whoReads,
  'this week': thisWeek,
  'what is asked about records': askedAboutRecords,
  'what has stalled': stalledLoops,
  'the weekly reviews': weeklyReviews,
  'the case reviews': caseReviews,
  'a progress meeting': progressMeetings,
  'a team around a student': aroundAStudent,
  'what families told': whatFamiliesTold,
  'alerts each way': alertsEachWay,
  'whose clocks stand': pausedClocks,
  'who is missing': earlyWarning,
  'who answers without an account': guests,
  'who is away': whoIsAway,
  'who is handled with care': handleWithCare,
  'crisis drills': drills,
  'a screening round': screeningRounds,
  'two crises': crises,
  'a sample of cases': caseSamples,
  'who came back after a crisis': backAtSchool,
}

type Seeding = {
  now: Date
  /** The scene is set and no story begun: a good moment to gather statistics. */
  onScene?: () => Promise<unknown>
  onProgress?: (told: number, of: number) => void
}

/**
 * Sets the scene of Riverside and tells every story up to this moment, by the acts people would do, so that
 * every page has something true to show.
 */
export async function seedRiverside(
  db: Db,
  { now, onScene, onProgress = () => undefined }: Seeding,
): Promise<void> {
  await db.transaction({ districtId: riversideId, side: 'system' }, seedBase)
  await onScene?.()
  await tellStories(db, { now, onProgress })
  const house = { db, clock: standingClock(now), reactions: reactions(wiring) }
  await watchGates({ ...house, actor: systemActor(riversideId) })
  await db.transaction({ districtId: riversideId, side: 'system' }, (tx) => markWhole(tx, now))
}

/** The mark that nothing is missing: set last, so that a telling cut short has none. */
async function markWhole(tx: Transaction, at: Date): Promise<void> {
  await tx.run(sql`update district set filled_at = ${at} where district_id = ${riversideId}`)
  await traceSetting(tx, { at, type: 'district', ids: [riversideId] })
}

export async function tellStories(
  db: Db,
  { now, onProgress }: { now: Date; onProgress: (told: number, of: number) => void },
): Promise<void> {
  const clock = standingClock(now)
  const doer = { db, clock, reactions: reactions(wiring), provenLately: true }
  const teller = {
    being: (...key: Parameters<typeof actorOf>) => ({ ...doer, actor: actorOf(...key) }),
    at: (moment: Date) => clock.set(moment),
  }
  const stories = Object.entries(all)
  for (const [told, [name, story]] of stories.entries()) {
    await story({ teller, almanac: almanacOf(now) }).catch((error: Error) => {
      throw new Error(`The story of ${name}: ${error.message}`, { cause: error })
    })
    onProgress(told + 1, stories.length)
  }
}
