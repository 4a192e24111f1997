import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { type Role, schoolStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { decidersAt } from './deciders.ts'
import { mayRaise } from './policy.ts'
import { concernsRaisedBy, type OwnConcern } from './queue-store.ts'
import { signalOf } from './rules.ts'
import { staffAt } from './staff-store.ts'

/** Whom to ask: who took it up, else the first of those whose queue it waits in. */
async function contactOf(
  view: Viewing,
  { schoolId, studentId, queueRole, takenBy }: OwnConcern,
): Promise<string | null> {
  if (takenBy !== null) return takenBy
  const roles = queueRole === null ? await decidersAt(view) : [queueRole as Role]
  const { tx, now } = view
  const about = studentId === null ? [] : [studentId]
  const ask = () => staffAt(tx, { schoolId, roles, about, now })
  const [first] = await tx.once('whom to ask', `${schoolId} ${roles.join(' ')} ${about.join()}`, ask)
  return first?.name ?? null
}

/** What a reporter is told of the concerns they raised: one of four words, and whom to ask [R008]. */
export const ownConcerns = look({
  name: 'concerns/own-concerns',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({}),
  shows: { for: 'asking', parts: ['identity', 'concerns'] },
  async see(view) {
    view.permit(view.actor.personId !== null)
    const known = view.knows('identity') && view.knows('concerns')
    const raised = known ? await concernsRaisedBy(view, view.actor.personId as string) : []
    view.saw({ type: 'concern', id: null, studentIds: raised.flatMap(({ studentId }) => studentId ?? []) })
    const lines = []
    for (const concern of raised) {
      const { id, studentName, receivedAt, observed, questionOpen } = concern
      const contact = await contactOf(view, concern)
      lines.push({ id, studentName, receivedAt, observed, signal: signalOf(concern, questionOpen), contact })
    }
    const { timeZone } = await calendarOf(view.tx)
    return { concerns: lines, timeZone, at: view.now, mayRaise: mayRaise(view.actor.role) }
  },
})
