import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, findPeople } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { caregiversAsPeople } from './family-sign-in-store.ts'
import { blocksOf, blocksToReview } from './block-store.ts'
import { familyAtWork } from './family-at-work-store.ts'
import { blockKeepers, blockLifters, blockReaders, conflictDeclarers } from './policy.ts'
import { findStudent } from './store.ts'
import { calledOf } from './student.ts'

/** Most people of one name that are offered. Whoever means another types more of it. */
export const mostMeant = 10

const sameName = (name: string, typed: string) => name.toLowerCase().includes(typed.toLowerCase())

/** Who is kept from a student's records, who was, and who could be: found by a part of their name. */
export const lookBlocks = look({
  name: 'people/blocks',
  by: blockReaders,
  given: z.object({ studentId: id, who: z.string().max(200, 'Use at most 200 characters').default('') }),
  shows: { for: 'oversight', whole: ['identity', 'kept_away'] },
  async see(view, { studentId, who }) {
    view.permit(true)
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const mayKeep = (blockKeepers as readonly string[]).includes(actor.role)
    // Only who may keep somebody away looks for whom.
    const typed = mayKeep ? who.normalize('NFC').trim() : ''
    const calendar = await calendarOf(tx)
    const found = typed === '' ? [] : await findPeople(tx, { typed, families: true, limit: mostMeant + 1 })
    return {
      student: calledOf(student),
      blocks: await blocksOf(tx, student.id),
      family: await familyAtWork(tx, student.id),
      typed,
      found: found.slice(0, mostMeant).filter(({ leftOn }) => leftOn === null),
      caregivers: (await caregiversAsPeople(tx, student.id)).filter(
        ({ personId, name }) => personId === null && typed !== '' && sameName(name, typed),
      ),
      more: found.length > mostMeant,
      mayKeep,
      mayLift: (blockLifters as readonly string[]).includes(actor.role),
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
    }
  },
})
export type SeenBlocks = Awaited<ReturnType<typeof lookBlocks.see>>

/** Most of what waits on one page. */
export const mostToReview = 100

/** Conflicts that the people themselves said, or Throughline noticed, and nobody else has looked at. */
export const lookBlocksToReview = look({
  name: 'people/blocks-to-review',
  by: blockLifters,
  given: z.object({}),
  shows: { for: 'oversight', whole: ['identity', 'kept_away'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const waiting = await blocksToReview(tx, actor, mostToReview + 1)
    const shown = waiting.slice(0, mostToReview)
    const studentIds = [...new Set(shown.map(({ studentId }) => studentId))]
    view.saw({ type: 'access_block', id: null, studentIds })
    const calendar = await calendarOf(tx)
    return {
      waiting: shown,
      more: waiting.length > mostToReview,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
    }
  },
})
export type SeenToReview = Awaited<ReturnType<typeof lookBlocksToReview.see>>

/** One block, before it is lifted. */
export const lookLifting = look({
  name: 'people/lifting',
  by: blockLifters,
  given: z.object({ studentId: id, blockId: id }),
  shows: { for: 'oversight', whole: ['identity', 'kept_away'] },
  async see(view, { studentId, blockId }) {
    view.permit(true)
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    const block = (await blocksOf(view.tx, student.id)).find((each) => each.id === blockId) ?? notFound()
    view.saw({ type: 'access_block', id: block.id, studentId: student.id })
    return { student: calledOf(student), block }
  },
})

/** The question before somebody steps back from a student they know privately. */
export const lookConflict = look({
  name: 'people/conflict',
  by: conflictDeclarers,
  toAct: true,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity'] },
  async see(view, { studentId }) {
    view.permit(true)
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    return { student: calledOf(student) }
  },
})
