import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { listCoordinations } from './coordinator-store.ts'
import { coordinators } from './policy.ts'
import { ownCaseload } from './served-store.ts'

/** A coordinator's own list across agencies, within what families agreed to [R159] [R160]. */
export const lookCaseload = look({
  name: 'caseloads/caseload',
  by: coordinators,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['visits', 'handoffs', 'supports'] },
  async see(view) {
    const { tx, actor, now } = view
    view.permit(true)
    const [caseload, all, calendar] = await Promise.all([
      ownCaseload(tx, actor, now),
      listCoordinations(tx),
      calendarOf(tx),
    ])
    view.saw({
      type: 'caseload',
      id: null,
      studentIds: caseload.students.map(({ studentId }) => studentId),
    })
    const known = {
      support: view.knows('supports'),
      barrier: view.knows('handoffs'),
      help: view.knows('handoffs'),
    }
    const knowsVisits = view.knows('visits')
    return {
      notConsented: caseload.notConsented,
      students: caseload.students.map(({ agencies, needs, ...student }) => ({
        ...student,
        needs: needs.filter((need) => known[need]),
        agencies: agencies.map(({ consentId: _, ...each }) => ({
          ...each,
          nextVisitAt: knowsVisits ? each.nextVisitAt : null,
        })),
      })),
      knowsVisits,
      agencies: all.flatMap(({ personId, partnerName }) =>
        personId === actor.personId ? [partnerName] : [],
      ),
      calendar,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenCaseload = Awaited<ReturnType<typeof lookCaseload.see>>
