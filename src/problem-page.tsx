import { OwnPage } from '#access/own-page.tsx'
import { type Role, sideOf } from '#access/roles.ts'
import { ButtonLink, Field, type Shell } from '#design/contract.ts'
import { acknowledgedAt, type Problem, type ProblemCode, trainedAt } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { FamilyProblemPage } from './family-problem-page.tsx'
import type { Written } from './typed-before.ts'

const words = catalog({
  en: {
    today: 'Go to Today',
    sign_in: 'Sign in',
    acknowledge: 'Read and acknowledge',
    training: 'See whom to ask',
    press_kept: 'Press it again once you are signed in. It is written down for the moment you pressed now.',
    typed: 'What you typed',
    typed_hint:
      'It was not saved. Copy it from here before you leave this page, then open the form again and paste it.',
    typed_in: 'What you typed: {name}',
    number: 'Number of this message: {id}',
    call_911: 'Danger now',
    call_988: 'Crisis line',
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
  /** What was typed into a form that could not be taken. */
  typed: readonly Written[]
  /** The page they wanted to read, or whose form they sent, to come back to after signing in. */
  here: string | undefined
  /** Whether the moment of a press goes with them to that page. */
  keepsPress?: boolean
}

/** Everything that was typed, to be read and copied. It is in no form, so it goes nowhere from here. */
const Typed = ({ typed }: Pick<Shown, 'typed'>) =>
  typed.length === 0 ? null : (
    <section class="flow" aria-labelledby="typed">
      <h2 id="typed">{say('typed')}</h2>
      <p>{say('typed_hint')}</p>
      {typed.map(({ name, text }, at) => (
        <Field
          name={`typed-${at}`}
          type="textarea"
          label={say('typed_in', { name })}
          value={text}
          rows={Math.min(8, 1 + Math.ceil(text.length / 70))}
          readonly
        />
      ))}
    </section>
  )

/** What opens the way again, and from where they come back; else Today. */
const waysOn: Partial<Record<ProblemCode, { at: string; label: 'sign_in' | 'acknowledge' | 'training' }>> = {
  sign_in_needed: { at: '/sign-in', label: 'sign_in' },
  acknowledgement_needed: { at: acknowledgedAt, label: 'acknowledge' },
  training_needed: { at: trainedAt, label: 'training' },
}

function WayOn({ code, here }: { code: ProblemCode; here: string | undefined }) {
  const way = waysOn[code]
  if (way === undefined) return <ButtonLink href="/today">{say('today')}</ButtonLink>
  const back = here === undefined ? '' : `?${new URLSearchParams({ to: here })}`
  return (
    <ButtonLink href={`${way.at}${back}`} kind="go">
      {say(way.label)}
    </ButtonLink>
  )
}

/** On the way to a crisis nobody needs to sign in to call. */
const CallFirst = () => (
  <p class="row">
    {(['911', '988'] as const).map((number) => (
      <ButtonLink calls={number} big {...(number === '911' && { kind: 'danger' as const })}>
        {say(`call_${number}`)}
      </ButtonLink>
    ))}
  </p>
)

/** The page for everything that is not the page hoped for: what it is, and what to do next. */
export function ProblemPage({ shell, role, problem, requestId, here, typed, keepsPress }: Shown) {
  const { title, next, code } = problem.toJSON()
  // What stands in a family's way to a form keeps this page, with every word that was typed.
  if (role !== undefined && sideOf(role) === 'family' && waysOn[code] === undefined)
    return <FamilyProblemPage shell={shell} problem={problem} requestId={requestId} />
  return (
    <OwnPage shell={shell} role={role}>
      <div class="flow read">
        {code === 'sign_in_needed' && here?.startsWith('/crisis') && <CallFirst />}
        <h1>{title}</h1>
        <p class="lead">{next}</p>
        {keepsPress && <p>{say('press_kept')}</p>}
        {problem.because.length > 0 && (
          <ul>
            {problem.because.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        )}
        <p class="row">
          <WayOn code={code} here={here} />
        </p>
        <Typed typed={typed} />
        {problem.status >= 500 && <p class="quiet">{say('number', { id: requestId })}</p>}
        <p class="quiet">{say('danger')}</p>
      </div>
    </OwnPage>
  )
}
