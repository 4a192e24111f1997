import type { View } from '#access/screen.ts'
import { Empty, Events } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import type { Consent } from '../consent.ts'
import type { ConsentsData } from '../consents-page.ts'
import { calendarDayWords, momentWords } from '../moment.ts'
import { screenWords } from '../screen-words.ts'
import { consentWords } from '../words.ts'
import { Documents } from './documents.tsx'
import { Elements } from './elements.tsx'

const say = screenWords()
const said = consentWords()

export const related = (code: string) =>
  said.has(`relationship.${code}`) ? said(`relationship.${code}` as 'relationship.mother') : code

/** What a family that took its consent back is told on record: when, who asked and how, and what it means. */
function endedWords({ id, kind, revokedAt }: Consent, data: ConsentsData): string {
  const ending = data.endings.find(({ consentId }) => consentId === id)
  if (revokedAt === null || ending === undefined) return ''
  const words = say('history_revoked', {
    at: momentWords(revokedAt, data),
    askedBy: ending.askedBy,
    channel: said(`channel.${ending.channel}`),
    by: ending.recordedByName,
  })
  return kind === 'release' ? `${words} ${say('history_not_shared')}` : words
}

/** How many questions were answered yes and how many no; what nobody said is left out. */
function saidOf({ answers }: Consent): string {
  const no = answers.filter(({ answer }) => !answer).length
  const yes = answers.length - no
  return [yes > 0 && say('history_yes', { count: yes }), no > 0 && say('history_no', { count: no })]
    .filter(Boolean)
    .join(', ')
}

const detailOf = (consent: Consent, data: ConsentsData): string => {
  const proof =
    consent.witness !== null
      ? say('proof_witness', { witness: consent.witness })
      : consent.documentReference !== null
        ? say('proof_document', { document: consent.documentReference })
        : ''
  const line = say('history_detail', {
    name: consent.grantorName,
    relationship: related(consent.relationship),
    method: said(`method.${consent.method}`),
    proof,
    language: languageName(consent.language),
    by: consent.recordedByName,
    until: calendarDayWords(consent.endsOn, data),
  })
  return consent.revokedAt === null ? line : `${line} ${endedWords(consent, data)}`
}

/** Every answer ever given, and what became of it. */
export const History = ({ data, view }: { data: ConsentsData; view: View }) => {
  const partner = data.referral.partnerName ?? ''
  return (
    <section class="after flow" aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      {data.history.length === 0 && <Empty fact={say('history_none')} />}
      <Events
        events={data.history.map((consent) => ({
          s: consent.revokedAt === null ? ('done' as const) : ('end' as const),
          time: momentWords(consent.givenAt, data),
          at: consent.givenAt,
          what: say('history_line', {
            kind: said(`kind.${consent.kind}`),
            said: saidOf(consent),
          }),
          detail: (
            <>
              {consent.answers
                .map(
                  ({ scope, answer }) =>
                    `${said(`scope.${scope}`, { partner })}: ${said(answer ? 'yes' : 'no')}. `,
                )
                .join('')}
              {detailOf(consent, data)}
              <Elements consent={consent} />
              <Documents consent={consent} data={data} view={view} />
            </>
          ),
        }))}
      />
    </section>
  )
}
