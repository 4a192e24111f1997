import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { isOnlyFamily } from '../assignments.ts'
import type { Desk } from './desk.ts'
import { tellOfChange } from './letters.ts'
import { judgePassword } from './judge-password.ts'
import type { PasswordObstacle } from './password-rules.ts'
import type { Session } from './sessions.ts'
import { isOwnPassword, type Knock } from './ways-in.ts'

type Asked = { current: string; password: string; language: Language; knock: Knock }
export type Changed =
  | { outcome: 'done' }
  | { outcome: 'wrong' }
  | { outcome: 'refused'; because: PasswordObstacle[]; alone: boolean }

/**
 * Sets another password for whoever gives the current one: a session left open is not enough. Wrong ones are
 * counted as at the door. Every session ends, this one too, and the person is told by mail.
 * @throws Problem too_many, busy, sign_in_needed
 */
export async function changePassword(
  desk: Desk,
  session: Session,
  { current, password, language, knock }: Asked,
): Promise<Changed> {
  const at = desk.clock.now()
  const { loginId, places } = session
  const email = (await desk.accounts.findById(loginId))?.email ?? ''
  const account = await desk.accounts.find(email)
  if (account === undefined) throw new Problem('sign_in_needed')
  if (!(await isOwnPassword(desk, account, { password: current, knock }))) return { outcome: 'wrong' }
  const alone = !(await desk.secondStep.isSetUp(loginId)) && isOnlyFamily(places)
  const about = [email, ...places.flatMap(({ name, district_name }) => [name, district_name])]
  const because = await judgePassword(desk, password, { about, alone })
  if (because.length > 0) return { outcome: 'refused', because, alone }
  await desk.trail.byAnyone(loginId, { name: 'password.changed', at })
  await desk.accounts.setPassword(loginId, password)
  await desk.sessions.endAll(loginId)
  await tellOfChange(desk, { to: email, about: 'password', language })
  return { outcome: 'done' }
}
