import { refused } from '#access/act.ts'
import type { TooMany } from '#access/refusal.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { notFound, Problem } from '#platform/problem.ts'
import type { CareSender } from './agreement.ts'
import { holdCareSender, openSchools, tellsFull } from './agreement-store.ts'
import { tellableAt } from './designee-store.ts'
import { newReceipt, obstaclesToSending, sendLimit } from './sent.ts'
import { countSent, insertCareNotice } from './store.ts'
import { limitsFrom, setEnd, setTimer, tellNobodyThere, tellOf } from './tell.ts'

const windowBefore = (now: Date) => new Date(now.getTime() - sendLimit.minutes * 60_000)

/** Once in a window the trail says that a desk sent too much. */
export const tooManySent: TooMany = async (tx, { actor: { senderId }, now }) =>
  senderId !== undefined && (await tellsFull(tx, { id: senderId, at: now, before: windowBefore(now) }))
    ? [{ sender: senderId }]
    : []

/** The desk that sends, taken for the rest of the act, while its key holds. @throws Problem not_found */
export async function sendingDesk(unit: Unit): Promise<CareSender> {
  const sender = (await holdCareSender(unit, unit.actor.senderId ?? notFound())) ?? notFound()
  unit.permit(sender.revokedAt === null, { type: 'care_sender', id: sender.id })
  return sender
}

type Given = Parameters<typeof obstaclesToSending>[0] & { name: string }

/** Keeps a notice and tells whoever is designated. Which student it is about is asked by nobody here. */
async function keep(unit: Unit, senderId: string, { name, bornOn, grade, schoolId }: Given) {
  const receipt = newReceipt()
  const limits = await limitsFrom(unit, unit.now)
  const notice = {
    id: unit.id(),
    schoolId,
    childName: name,
    bornOn: bornOn ?? null,
    grade: grade ?? null,
    receipt,
    receivedAt: unit.now,
    ...limits,
    backupToldAt: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
    studentId: null,
    matchedBy: null,
    matchedAt: null,
    emptiedAt: null,
    version: 1,
  }
  insertCareNotice(unit, { ...notice, senderId })
  unit.record('care_notice.received', { type: 'care_notice', id: notice.id }, { sender: senderId })
  const { first } = await tellableAt(unit, notice)
  await tellOf(unit, notice, { people: first, position: 1 })
  if (first.length === 0) await tellNobodyThere(unit, notice)
  setTimer(unit, notice.id, limits.answerDueAt)
  setEnd(unit, notice)
  return { id: notice.id, receipt }
}

/** Judges what a desk sent and keeps it. @returns why not, or the notice @throws Problem too_many */
export async function takeIn(unit: Unit, senderId: string, given: Given) {
  const { tx, now } = unit
  if ((await countSent(unit, senderId, windowBefore(now))) >= sendLimit.most) throw new Problem('too_many')
  const today = dayOf(await calendarOf(tx), now)
  const schools = (await openSchools(tx, today)).map(({ id }) => id)
  const obstacles = obstaclesToSending(given, { today, schools })
  return obstacles.length > 0 ? refused(obstacles) : keep(unit, senderId, given)
}
