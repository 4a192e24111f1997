import type { Desk } from './desk.ts'
import { obstaclesToPassword, type PasswordObstacle } from './password-rules.ts'

/**
 * Every reason a new password is not taken: the rules, and where it passes them, whether it is known from a
 * breach, as it was typed or as signs that look alike are written.
 */
export async function judgePassword(
  { options: { breached } }: Pick<Desk, 'options'>,
  password: string,
  about: { about: readonly string[]; alone: boolean },
): Promise<PasswordObstacle[]> {
  const because = obstaclesToPassword(password, about)
  if (because.length > 0 || breached === undefined) return because
  const asTyped = new Set([password, password.normalize('NFKC')])
  for (const one of asTyped) if (await breached.has(one)) return ['breached']
  return []
}
