import type { Unit } from '../unit.ts'
import { changeLogin, isOfOther, setAddress, setLinksAside } from './address-store.ts'

/** The job that mails the notices that wait. */
export const sendNoticesTask = 'access/send-notices'

/** Has the notices sent that were written in this act. */
export const haveNoticesSent = (unit: Unit): void => unit.enqueue({ task: sendNoticesTask, payload: {} })

type Whose = { id: string; loginId: string | null; language: string }

/**
 * Gives somebody another address for signing in, within the act of whoever may. They are signed out
 * everywhere, links that were sent to them stop, and both addresses are told. The caller judged that it may
 * be, and records it.
 * @returns 'taken' when the address is of somebody else, 'elsewhere' when the same sign-in opens another
 *   district, where nobody here may decide
 */
export async function changeAddressOf(
  unit: Unit,
  { id: person, loginId: login, language }: Whose,
  email: string,
): Promise<'done' | 'taken' | 'elsewhere'> {
  const { tx, now: at } = unit
  if (await isOfOther(tx, { person, email })) return 'taken'
  await setAddress(tx, { person, email })
  if (login === null) {
    await setLinksAside(tx, { person, at })
    return 'done'
  }
  const outcome = await changeLogin(tx, { login, email, at, language, keep: null, forAnother: true })
  if (outcome === 'done') haveNoticesSent(unit)
  return outcome
}
