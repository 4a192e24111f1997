import { momentWords } from '#consent/contract.ts'
import { Line, type Step } from '#design/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()
type Full = NonNullable<ReferralData['full']>
type Evidence = NonNullable<Full['evidence']>

type Moment = {
  key: 'opened' | 'attempt' | 'conversation' | 'sent' | 'receipt' | 'logistics' | 'plan' | 'completed'
  at: Date | null
  note?: string | null
}

const momentsOf = (data: ReferralData, evidence: Evidence): Moment[] => [
  { key: 'opened', at: evidence.openedAt },
  {
    key: 'attempt',
    at: evidence.firstAttemptAt,
    note: evidence.attempts === 0 ? null : say('tries', { count: evidence.attempts }),
  },
  { key: 'conversation', at: evidence.conversationAt },
  {
    key: 'sent',
    at: data.referral.sentAt,
    note:
      evidence.caregiverPresentAtSend === null
        ? null
        : say(evidence.caregiverPresentAtSend ? 'present' : 'absent'),
  },
  {
    key: 'receipt',
    at: evidence.receiptAt ?? data.referral.receivedAt,
    note: evidence.receiptBy === null ? null : say('by_name', { name: evidence.receiptBy }),
  },
  { key: 'logistics', at: evidence.logisticsAt },
  { key: 'plan', at: evidence.planGivenAt },
  {
    key: 'completed',
    at: evidence.completedAt,
    note: evidence.completedAt === null ? say('due', { at: momentWords(evidence.dueAt, data) }) : null,
  },
]

/** Who did what when, step by step: the same times the navigator recorded [R054]. */
export function HandoffEvidence({ data, evidence }: { data: ReferralData; evidence: Evidence }) {
  const steps = momentsOf(data, evidence).map(
    ({ key, at, note }): Step => ({
      s: at === null ? 'next' : 'done',
      name: say(`evidence.${key}`),
      notes: [at === null ? say('not_yet') : momentWords(at, data), note ?? ''].filter(Boolean),
    }),
  )
  const label = (code: string) => data.words.missLabels[code] ?? code
  return (
    <section class="after flow" id="handoff" aria-labelledby="handoff-h">
      <h2 id="handoff-h">{say('handoff')}</h2>
      <Line steps={steps} across />
      {evidence.missReason !== null && (
        <p>{say('miss', { reason: label(evidence.missReason).toLowerCase() })}</p>
      )}
      {evidence.exceptionReason !== null && (
        <p>{say('excepted', { reason: label(evidence.exceptionReason).toLowerCase() })}</p>
      )}
      <p class="row">
        <a href={`/referrals/${data.referral.id}/handoff`}>{say('open_handoff')}</a>{' '}
        <a href={`/referrals/${data.referral.id}/contacts`}>{say('see_contacts')}</a>{' '}
        {evidence.corrections > 0 && data.mayWork && (
          <a href={`/referrals/${data.referral.id}/handoff/corrections`}>
            {say('corrected', { count: evidence.corrections })}
          </a>
        )}
      </p>
    </section>
  )
}
