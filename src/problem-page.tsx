import { OwnPage } from '#access/own-page.tsx'
import type { Role } from '#access/roles.ts'
import { ButtonLink, type Shell } from '#design/contract.ts'
import type { Problem } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'

const words = catalog({
  en: {
    today: 'Go to Today',
    sign_in: 'Sign in',
    number: 'Number of this message: {id}',
    danger: 'Someone in danger now? Call 911. To talk to someone, call or text 988.',
  },
})
const say = words()

type Shown = {
  shell: Shell
  /** What whoever is signed in acts as. */
  role?: Role | undefined
  problem: Problem
  requestId: string
  /** The page they wanted to read, to come back to after signing in. */
  here: string | undefined
}

/** The page for everything that is not the page hoped for: what it is, and what to do next. */
export function ProblemPage({ shell, role, problem, requestId, here }: Shown) {
  const { title, next, code } = problem.toJSON()
  const signIn = here === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: here })}`
  return (
    <OwnPage shell={shell} role={role}>
      <div class="flow read">
        <h1>{title}</h1>
        <p class="lead">{next}</p>
        {problem.because.length > 0 && (
          <ul>
            {problem.because.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        )}
        <p class="row">
          {code === 'sign_in_needed' ? (
            <ButtonLink href={signIn} kind="go">
              {say('sign_in')}
            </ButtonLink>
          ) : (
            <ButtonLink href="/today">{say('today')}</ButtonLink>
          )}
        </p>
        {problem.status >= 500 && <p class="quiet">{say('number', { id: requestId })}</p>}
        <p class="quiet">{say('danger')}</p>
      </div>
    </OwnPage>
  )
}
