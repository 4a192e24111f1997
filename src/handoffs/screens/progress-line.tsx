import { Line, Mini, type Step as LineStep } from '#design/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { type PartProgress, progressOf } from '../progress.ts'
import { at, say } from './part.tsx'

/** How many of the questions were asked. */
export const askedOf = (data: HandoffData) => data.questions.filter(({ is }) => is !== 'not_asked').length

/** Where each part stands, from what the page knows. */
export const progress = (data: HandoffData): PartProgress[] =>
  progressOf({
    handoff: data.handoff,
    missing: data.missing,
    sentAt: data.referral.sentAt,
    receivedAt: data.referral.receivedAt,
    bookedAt: data.visits.first?.bookedAt ?? null,
    askedAt: data.questions.reduce<Date | null>(
      (last, { since }) => (since !== null && (last === null || since > last) ? since : last),
      null,
    ),
  })

const noteOn = (data: HandoffData, { part, s, doneAt }: PartProgress): string | undefined => {
  if (s === 'done') return doneAt === null ? undefined : at(data, doneAt)
  if (part === 'consent' && data.sending.partner !== null)
    return say('now_asked', { count: askedOf(data), of: data.questions.length })
  if (part === 'send' && data.sending.obstacles.length > 0) return say('blocked')
  return undefined
}

/** Seven parts down the side: where the call is, and what is still ahead. */
export function ProgressLine({ data, steps }: { data: HandoffData; steps: readonly PartProgress[] }) {
  const current = steps.findIndex(({ s }) => s === 'now')
  const done = steps.filter(({ s }) => s === 'done').length
  const next = steps[current + 1]
  const line = steps.map((step): LineStep => {
    const note = noteOn(data, step)
    return {
      s: step.s,
      name: say(`part.${step.part}`),
      href: `#${step.part}`,
      ...(note !== undefined && { notes: [note] }),
    }
  })
  return (
    <div class="wiz-line">
      <h2 class="vh">{say('progress')}</h2>
      <p class="wiz-small">
        <b>
          {current < 0
            ? say(data.handoff.state === 'ended' ? 'all_ended' : 'all_done')
            : say('step_of', { at: current + 1, name: say(`part.${steps[current]?.part ?? 'plan'}`) })}
        </b>{' '}
        {next !== undefined && current >= 0 && (
          <span class="quiet">{say('step_next', { name: say(`part.${next.part}`) })}</span>
        )}
        <br />
        <Mini
          steps={steps.map(({ s, part }) => ({ s, name: say(`part.${part}`) }))}
          label={say('small_line', { done, open: 7 - done })}
        />
      </p>
      <Line steps={line} />
    </div>
  )
}
