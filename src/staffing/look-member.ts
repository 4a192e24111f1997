import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { trainingsOf } from '#training/contract.ts'
import { keepsStaff, mayReadMember, maySupervise, staffReaders } from './policy.ts'
import { gapsOf } from './rules.ts'
import { ableToSupervise, findMember, supervisionsOf } from './store.ts'

/** One record: role, employer, credential, supervisor, supervisions and trainings, and what is missing. */
export const lookMember = look({
  name: 'staffing/member',
  by: staffReaders,
  given: z.object({ personId: id }),
  shows: 'no student',
  async see(view, { personId }) {
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const found = (await findMember(tx, actor, { id: personId, today })) ?? notFound()
    const { reached, ...member } = found
    // That there is a record is for whoever may read it.
    if (!mayReadMember(actor, { member, reached })) notFound()
    view.permit(true)
    view.sawNoStudent()
    const keeps = keepsStaff(actor.role) && reached
    return {
      member,
      gaps: gapsOf(member, today),
      trainings: await trainingsOf({ tx, now }, { personId: member.id, role: member.role }),
      supervisions: await supervisionsOf(tx, member.id),
      keeps,
      supervises: maySupervise(actor, { member, reached }) && member.id !== actor.personId,
      able: keeps ? await ableToSupervise(tx, actor, { today, without: member.id }) : [],
      today,
    }
  },
})
export type SeenMember = Awaited<ReturnType<typeof lookMember.see>>
