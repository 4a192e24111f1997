import { dayOfMoment, momentWords } from '#consent/contract.ts'
import { Line, MarkedList, type Step as DrawnStep } from '#design/contract.ts'
import { loopWords } from '../closing-words.ts'
import { forkOf, type LineStep } from '../line.ts'
import { lineWords } from '../line-words.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { stepsOf } from './line-parts.tsx'

const say = navigatorScreenWords()
const sayLine = lineWords()
const sayLoop = loopWords()

type Link = ReferralData['chain'][number]

/** What stands under a step: when it happened, or when it is to happen. */
const notesOf =
  (data: ReferralData, link: Link) =>
  (step: LineStep): NonNullable<DrawnStep['notes']> => {
    const lines = [
      step.at !== null && step.s !== 'end' ? momentWords(step.at, data) : '',
      step.s === 'end' && step.at !== null ? sayLine('ended', { day: dayOfMoment(step.at, data) }) : '',
      step.name === 'seen' && step.s !== 'done' && link.nextVisitAt !== null
        ? momentWords(link.nextVisitAt, data)
        : '',
    ]
    return lines.filter(Boolean)
  }

/** The referral as one thread, with the forks that led to it. */
export function Thread({ data }: { data: ReferralData }) {
  const [first, ...later] = data.chain
  if (first === undefined) return null
  const redirects = later.map((link) => ({
    note: sayLine('redirected', {
      day: dayOfMoment(link.referredAt, data),
      partner: link.partnerName ?? '',
      first: dayOfMoment(link.firstReferredAt, data),
    }),
    steps: stepsOf(forkOf(link.line), notesOf(data, link)),
  }))
  return (
    <section class="after flow" aria-labelledby="line-h">
      <h2 id="line-h">{say('line')}</h2>
      <Line
        across
        steps={stepsOf(first.line, notesOf(data, first))}
        {...(redirects.length > 0 && { redirects })}
      />
      <p>
        <b>
          {sayLoop(
            data.loop.complete ? 'closed' : (`open.${data.loop.owed[0] ?? 'received_and_accepted'}` as const),
          )}
        </b>
      </p>
      <MarkedList
        as="run"
        items={data.loop.confirmed.map(({ name, at }) => ({
          s: at === null ? ('due' as const) : ('done' as const),
          text: sayLoop(name),
        }))}
      />
    </section>
  )
}
