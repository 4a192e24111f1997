import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { choice, id, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { notFound } from '#platform/problem.ts'
import { bases } from './exception.ts'
import { exceptionReaders, mayReview, mayTell, tellers } from './policy.ts'
import { obstaclesToReviewing } from './rules.ts'
import { countExceptions, exceptionsOf, findException, listExceptions } from './store.ts'

const perPage = 25

/** What was told without consent, and waits for somebody else to look at it; or was looked at [R136]. */
export const lookExceptions = look({
  name: 'exceptions/worklist',
  by: exceptionReaders,
  given: z.object({
    state: choice(['waiting', 'reviewed']).default('waiting').catch('waiting'),
    from: whole(0, 100_000).default(0).catch(0),
  }),
  shows: { for: 'oversight', whole: ['identity', 'told_without_consent'] },
  async see(view, { state, from }) {
    view.permit(true)
    const { tx, actor, now } = view
    const asked = { reviewed: state === 'reviewed', from, limit: perPage + 1 }
    const found = await listExceptions(tx, actor, asked)
    const page = paged(found, { from, perPage })
    view.saw({
      type: 'consent_exception_list',
      id: null,
      studentIds: [...new Set(page.shown.map(({ studentId }) => studentId))],
    })
    return {
      state,
      ...page,
      counts: await countExceptions(tx, actor, now),
      mayReview: mayReview(actor),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenList = Awaited<ReturnType<typeof lookExceptions.see>>

/** The student something was told about, and what the reader may know of it. */
export const lookTelling = look({
  name: 'exceptions/of-student',
  by: tellers,
  given: z.object({
    studentId: id,
    basis: choice(bases).default('health_safety_emergency').catch('health_safety_emergency'),
    /** The incident from whose page somebody comes to write a report down. */
    incident: id.optional().catch(undefined),
  }),
  shows: { for: 'crisis', whole: ['identity', 'told_without_consent'] },
  async see(view, { studentId, basis, incident }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(mayTell(view.actor, student))
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    return {
      student: { id: student.id, name: studentName(student) },
      basis,
      incident: incident ?? null,
      told: await exceptionsOf(view.tx, view.actor, student.id),
      timeZone: (await calendarOf(view.tx)).timeZone,
      now: view.now,
    }
  },
})
export type SeenTelling = Awaited<ReturnType<typeof lookTelling.see>>

/** One of them, whole, with its review or the form for it. */
export const lookException = look({
  name: 'exceptions/exception',
  by: exceptionReaders,
  given: z.object({ exceptionId: id }),
  shows: { for: 'oversight', whole: ['identity', 'told_without_consent'] },
  async see(view, { exceptionId }) {
    const { tx, actor } = view
    const exception = (await findException(tx, actor, exceptionId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'consent_exception', id: exception.id, studentId: exception.studentId })
    const because = obstaclesToReviewing({
      isOwn: exception.disclosedBy === actor.personId,
      reviewed: exception.reviewedAt !== null,
      finding: 'within_basis',
      note: undefined,
    })
    return {
      exception,
      review: mayReview(actor) ? { because } : undefined,
      timeZone: (await calendarOf(tx)).timeZone,
      now: view.now,
    }
  },
})
export type SeenOne = Awaited<ReturnType<typeof lookException.see>>
