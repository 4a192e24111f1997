import type { Unit } from '../unit.ts'
import { haveNoticesSent } from './change-address.ts'
import { lasting } from './limits.ts'
import { type Whose, tell, remove, ask } from './remove-second-step-store.ts'

/** The job that mails the link by which a second step is set up anew. */
export const sendSecondStepLinkTask = 'access/send-second-step-link'

type Person = { id: string; loginId: string; language: string }
const whose = ({ districtId, now }: Unit, { id, loginId, language }: Person): Whose => ({
  login: loginId,
  district: districtId,
  person: id,
  at: now,
  language,
})

/**
 * Has somebody told at their address that it was asked to remove their second step: whoever did not lose it
 * hears of it before anything changes.
 */
export async function tellThatAsked(unit: Unit, person: Person): Promise<void> {
  await unit.tx.run(tell, whose(unit, person))
  haveNoticesSent(unit)
}

/**
 * Takes away every second step somebody had, within the act of whoever confirms it: app, recovery codes and
 * passkeys open nothing any more, every session ends, links that were sent to them stop, and they are told. A
 * link by which they set one up anew is mailed to the address they sign in with. The caller judged that it
 * may be, and records it.
 * @returns 'elsewhere' when the same sign-in opens another district, where nobody here may decide
 */
export async function removeSecondStepOf(unit: Unit, person: Person): Promise<'done' | 'elsewhere'> {
  const { outcome } = await unit.tx.one(remove, whose(unit, person))
  if (outcome !== 'done') return outcome
  const id = unit.id()
  const until = new Date(unit.now.getTime() + lasting.link)
  await unit.tx.run(ask, { id, login: person.loginId, at: unit.now, until })
  haveNoticesSent(unit)
  unit.enqueue({ task: sendSecondStepLinkTask, payload: { link_id: id } })
  return 'done'
}
