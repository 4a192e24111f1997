import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, day, id, text, timeOfDay, whole } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { post } from './post-given.ts'
import type { Referral } from './referral.ts'
import { obstaclesToPosting } from './rules.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { visitKinds, visitModalities } from './visit.ts'
import { type VisitGiven, visitFrom } from './visit-given.ts'
import { addVisitOffers } from './visit-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** One time; a row of the form left empty is no time. */
const Time = z.object({ onDay: day, atTime: timeOfDay })
const Times = post({
  referralId: id,
  kind: choice(visitKinds, 'Say what kind of visit it is'),
  minutes: whole(5, 480).default(60),
  modality: choice(visitModalities, 'Say how the visit is held'),
  place: text(120, 'Say where, or give the link'),
  withWhom: text(80).optional(),
  first: Time.optional(),
  second: Time.optional(),
  third: Time.optional(),
})

const timesFrom = ({
  first,
  second,
  third,
  ...visit
}: Omit<z.output<typeof Times>, 'referralId'>): VisitGiven[] =>
  [first, second, third].flatMap((time) =>
    time === undefined ? [] : [{ ...visit, ...time, privateSpace: false }],
  )

const offersFrom = (unit: Unit, referral: Referral, visits: readonly ReturnType<typeof visitFrom>[]) =>
  visits.map((visit) => ({
    ...visit,
    id: unit.id(),
    referralId: referral.id,
    studentId: referral.studentId,
    partnerId: referral.partnerId as string,
    offeredBy: unit.actor.personId as string,
    offeredAt: unit.now,
  }))

/** The agency offers up to three times. The navigator asks the family and books one. */
export const offerTimes = act({
  name: 'referrals/offer-times',
  by: partnerStaff,
  given: Times,
  refusals: obstacleWords,
  async do(unit, { referralId, ...given }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.times)
    const calendar = await calendarOf(unit.tx)
    const visits = timesFrom(given).map((time) => visitFrom(time, calendar))
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'schedule'),
      ...(visits.length === 0 ? (['no_times'] as const) : []),
      ...(visits.some(({ startsAt }) => startsAt <= unit.now) ? (['in_the_past'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    await addVisitOffers(unit, offersFrom(unit, referral, visits))
    unit.record('referral.times_offered', subject, { count: visits.length })
    return done({ referralId })
  },
})
