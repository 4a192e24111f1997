import type { FastifyRequest } from 'fastify'
import type { Reason } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Front } from '../front.ts'
import { passwordLength } from '../limits.ts'
import type { Page } from '../page.ts'
import { LinkGonePage } from '../pages/password-pages.tsx'
import type { PasswordObstacle } from '../password-rules.ts'
import { doorWords } from '../words.ts'

/** The token in the address of a link. */
export const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token

/** For a link that does not work, for whatever reason: the same page. */
export const gonePage =
  (front: Front): Page =>
  (visit) => <LinkGonePage view={front.view(visit, doorWords(visit.language)('link_gone'))} />

/** Why a password is not taken, in words. */
export function reasonsFor(
  obstacles: readonly PasswordObstacle[],
  { language, alone }: { language: Language; alone: boolean },
) {
  const say = doorWords(language)
  const least = alone ? passwordLength.alone : passwordLength.withSecondStep
  return obstacles.map((code): Reason => {
    const says = code === 'too_short' ? say(code, { least }) : say(code)
    return { code, says, field: 'password' }
  })
}
