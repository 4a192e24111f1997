import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { keepExcuse } from '#classroom/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { bookVisit, judgeClass, judgeWeek, obstaclesToVisit } from './book-visit.ts'
import { post } from './post-given.ts'
import { obstaclesToPosting } from './rules.ts'
import { obstaclesToTelehealth } from './telehealth.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { videoAgreed } from './video-agreed.ts'
import { visitFields, visitFrom } from './visit-given.ts'
import { visitsOf } from './visit-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** The agency books a visit, or moves one: the school sees it at once [R083]. */
export const scheduleVisit = act({
  name: 'referrals/schedule-visit',
  by: partnerStaff,
  given: post({ referralId: id, replacesId: id.optional(), ...visitFields }),
  refusals: obstacleWords,
  async do(unit, { referralId, replacesId, ...given }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.visit)
    const visit = visitFrom(given, await calendarOf(unit.tx))
    const week = await judgeWeek(unit, referral, { ...visit, lateReason: given.lateReason })
    const wanted = { ...visit, lateReason: week.lateReason, replacesId: replacesId ?? null }
    const visits = await visitsOf(unit.tx, referral.id)
    const inClass = await judgeClass(unit, referral, given)
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'schedule'),
      ...obstaclesToVisit({ referral, wanted, now: unit.now, visits }),
      ...week.obstacles,
      ...obstaclesToTelehealth({ ...visit, agreed: await videoAgreed(unit, referral) }),
      ...inClass.obstacles,
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    const appointmentId = await bookVisit(unit, { referral, wanted, source: 'partner', subject })
    if (inClass.excuse !== undefined)
      keepExcuse(unit, {
        appointmentId,
        studentId: referral.studentId,
        partnerId: referral.partnerId as string,
        reason: inClass.excuse,
      })
    return done({ referralId, appointmentId })
  },
})
