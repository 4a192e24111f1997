import type { ComponentChildren } from 'preact'
import { Mark, type MarkState } from './mark.tsx'
import { staffWords as say } from './words.ts'

type Answered = { s?: MarkState; answer: ComponentChildren; source: ComponentChildren }
type Missing = {
  /** What is true instead: "Not agreed yet". */
  missing: ComponentChildren
  owner: string
  due: string
  /** How long is left, or how late it is. */
  left?: string
  late?: boolean
  fix?: { href: string; label: string }
}

export type AnswerProps = { question: string } & (Answered | Missing)

function Gap({ question, missing, owner, due, left, late = false, fix }: { question: string } & Missing) {
  const s = late ? 'late' : 'due'
  return (
    <div class="missing" data-s={s}>
      <dt>
        <Mark s={s} />
        {question}
      </dt>
      <dd>
        <p class="answer">{missing}</p>
        <b class="late">{say('gap')}</b> {say('owes_by', { owner })} <b>{due}</b>
        {left && `, ${left}`}.
        {fix && (
          <>
            {' '}
            <a href={fix.href}>{fix.label}</a>
          </>
        )}
      </dd>
    </div>
  )
}

/**
 * A question, its answer, and where and when that comes from; or the gap, with who owes the answer and by
 * when.
 */
export function Answer(props: AnswerProps) {
  if ('missing' in props) return <Gap {...props} />
  const { question, s = 'done', answer, source } = props
  return (
    <div data-s={s}>
      <dt>
        <Mark s={s} />
        {question}
      </dt>
      <dd>
        <p class="answer">{answer}</p>
        {source}
      </dd>
    </div>
  )
}

type Six = readonly [AnswerProps, AnswerProps, AnswerProps, AnswerProps, AnswerProps, AnswerProps]

/** Six answers, always all of them and always in the same place, so that the eye learns where to look. */
export const SixAnswers = ({ id, heading, answers }: { id: string; heading: string; answers: Six }) => (
  <section aria-labelledby={id}>
    <h2 id={id} class="vh">
      {heading}
    </h2>
    <dl class="six auto">
      {answers.map((answer) => (
        <Answer {...answer} />
      ))}
    </dl>
  </section>
)
