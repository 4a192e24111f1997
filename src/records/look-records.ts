import { z } from 'zod'
import { look } from '#access/look.ts'
import { noteTaken } from '#consent/contract.ts'
import { calendarOf, dayOf, getDistrict } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { choice, id, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { notFound } from '#platform/problem.ts'
import { fileLines } from './file-store.ts'
import { holdsOf } from './hold-store.ts'
import { holdKeepers, keepsHolds, readsRecords, recordKeepers } from './policy.ts'
import { latestRemovals } from './removal-store.ts'
import { dueForRemoval, retentionRules } from './retention-store.ts'
import { listRequests, requestsOf } from './store.ts'

const perPage = 25

/** What families asked about records: the earliest due first, with what is overdue [R153]. */
export const lookRequests = look({
  name: 'records/requests',
  by: readsRecords,
  given: z.object({
    state: choice(['waiting', 'answered']).default('waiting').catch('waiting'),
    from: whole(0, 100_000).default(0).catch(0),
  }),
  shows: { for: 'records', whole: ['identity', 'record_requests'] },
  async see(view, { state, from }) {
    view.permit(true)
    const { tx, actor, now } = view
    const asked = { answered: state === 'answered', from, limit: perPage + 1 }
    const found = await listRequests(tx, actor, asked)
    const page = paged(found, { from, perPage })
    const calendar = await calendarOf(tx)
    view.saw({
      type: 'record_request_list',
      id: null,
      studentIds: [...new Set(page.shown.map(({ studentId }) => studentId))],
    })
    return {
      state,
      ...page,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
      keepsHolds: keepsHolds(actor),
    }
  },
})
export type SeenRequests = Awaited<ReturnType<typeof lookRequests.see>>

/** What was asked about one student's record, and what holds it back from the schedule. */
export const lookRecords = look({
  name: 'records/of-student',
  by: readsRecords,
  given: z.object({ studentId: id }),
  shows: { for: 'records', whole: ['identity', 'record_requests'] },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const calendar = await calendarOf(tx)
    return {
      student: { id: student.id, name: studentName(student) },
      requests: await requestsOf(tx, actor, student.id),
      holds: keepsHolds(actor) ? await holdsOf(tx, student.id) : undefined,
      mayAnswer: (recordKeepers as readonly string[]).includes(actor.role),
      self: actor.personId,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenRecords = Awaited<ReturnType<typeof lookRecords.see>>

/** Of which class each line of the file is. */
const classOfLine = {
  concern: 'concerns',
  decision: 'triage',
  support: 'supports',
  referral: 'referrals',
} as const

/** The education record of one student on paper, without anything an agency owns [R153]. */
export const lookFile = look({
  name: 'records/file',
  by: recordKeepers,
  given: z.object({ studentId: id }),
  // A whole record on paper: who asks for it has shown lately that it is still them.
  provenLately: () => true,
  shows: {
    for: 'records',
    whole: ['identity'],
    parts: ['background', 'concerns', 'triage', 'supports', 'referrals', 'record_requests'],
  },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id }, { kind: 'print' })
    noteTaken(view, { kind: 'print', studentId: student.id, paper: 'record_file' })
    const { timeZone } = await calendarOf(tx)
    const { grade, schoolName, bornOn, homeLanguage } = student
    const requests = view.knows('record_requests') ? await requestsOf(tx, actor, student.id) : []
    const known = view.knows('background')
    return {
      student: {
        id: student.id,
        name: studentName(student),
        grade,
        schoolName,
        bornOn,
        homeLanguage: known ? homeLanguage : 'unknown',
      },
      districtName: (await getDistrict(tx)).name,
      lines: (await fileLines(tx, student.id)).filter(({ kind }) => view.knows(classOfLine[kind])),
      beside: requests.filter(({ kind, answer }) => kind === 'correction' && answer !== null),
      timeZone,
      now,
    }
  },
})
export type SeenFile = Awaited<ReturnType<typeof lookFile.see>>

/** So many removals are shown: what waits, and the latest. */
const removalsShown = 20

/** The schedule, what it would remove today, and what was proposed or removed. It removes nothing. */
export const lookRetention = look({
  name: 'records/retention',
  by: holdKeepers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    return {
      rules: await retentionRules(view.tx, today),
      due: await dueForRemoval(view.tx, today),
      removals: await latestRemovals(view.tx, removalsShown),
      self: view.actor.personId,
      today,
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type SeenRetention = Awaited<ReturnType<typeof lookRetention.see>>
