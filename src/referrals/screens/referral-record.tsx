import type { ComponentChildren } from 'preact'
import { sourceWords as concernSources } from '#concerns/contract.ts'
import { calendarDayWords, consentWords, momentWords } from '#consent/contract.ts'
import { KeyList } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { attributionWords, endingWords } from '../closing-words.ts'
import { codeWord } from '../packet-lines.ts'
import { recordValueWords, recordWords } from '../record-words.ts'
import type { ReferralData } from '../referral-page.ts'
import type { ReferralRecord } from '../referral-record.ts'
import { stepAt } from '../step-at.ts'
import { stateWords, statusWords, stepWords } from '../words.ts'
import { ownerOf } from './referral-next.tsx'

const name = recordWords()
const say = recordValueWords()
const attributed = attributionWords()
const ended = endingWords()

type Of<K extends keyof ReferralRecord> = NonNullable<ReferralRecord[K]>
type Props = { data: ReferralData }

const spoken = ({ home, caregiver, interpreter }: Of<'language'>): string =>
  [
    home === 'unknown' ? say('spoken_unknown') : say('spoken', { home: languageName(home) }),
    ...(caregiver === 'unknown' ? [] : [say('caregiver', { language: languageName(caregiver) })]),
    say(interpreter ? 'interpreter' : 'no_interpreter'),
  ].join(', ')

const raisedBy = ({ name: by, source }: Of<'referrer'>): string => {
  if (source === null) return by === null ? say('nothing') : say('by_agency', { name: by })
  const from = concernSources()(source)
  return by === null ? from : say('by', { name: by, source: from })
}

const Consents = ({ data, of }: Props & { of: Of<'consents'> }) => (
  <>
    {of.length === 0 && say('no_consent')}
    {of.map(({ scope, is, since, endsOn }) => {
      const asked = consentWords()(`scope.${scope}`, { partner: data.names.partnerShortName ?? '' })
      const inForce = is === 'in_force' && since !== null && endsOn !== null
      return (
        <p>
          {inForce
            ? say('consent', {
                scope: asked,
                since: momentWords(since, data),
                until: calendarDayWords(endsOn, data),
              })
            : say('consent_ended', { scope: asked })}
        </p>
      )
    })}
  </>
)

const Status = ({ data, of: { is, since, told } }: Props & { of: Of<'status'> }) => (
  <>
    <p>{say('since', { state: stateWords()(is), at: momentWords(since, data) })}</p>
    {told.map(({ status, happenedAt }) => (
      <p>{say('told', { status: statusWords()(status), at: momentWords(happenedAt, data) })}</p>
    ))}
  </>
)

const next = ({ action, dueAt }: Of<'next'>, data: ReferralData): string =>
  dueAt === null
    ? say('no_next')
    : say('next', {
        step: stepWords()(stepAt(action, { dueAt, now: data.now })),
        owner: ownerOf(data),
        at: momentWords(dueAt, data),
      })

const outcome = ({ ending, attributedTo, reason, at }: Of<'outcome'>, data: ReferralData): string => {
  const { declineLabels, barrierLabels } = data.words
  const why = [
    attributedTo !== null && attributed.has(attributedTo)
      ? attributed(attributedTo as 'family_choice')
      : null,
    reason === null ? null : (declineLabels[reason] ?? barrierLabels[reason] ?? reason),
  ].filter((said) => said !== null)
  return [
    say('outcome', {
      ending: ended.has(ending) ? ended(ending as 'connected') : ending,
      at: at === null ? '' : momentWords(at, data),
    }),
    ...(why.length === 0 ? [] : [say('because', { reason: why.join(', ').toLowerCase() })]),
  ].join(' ')
}

/** What stands behind each field, in the order people ask for it. */
const says: {
  readonly [K in keyof Required<ReferralRecord>]: (of: Of<K>, data: ReferralData) => ComponentChildren
} = {
  student: (of) => <bdi>{of}</bdi>,
  school: (of) => of,
  tier: (of) => say('tier', { tier: of }),
  path: () => say('path_b'),
  reasonCategory: (_, { words }) => words.reason,
  serviceSought: (of) => codeWord(`service.${of}`),
  modality: (of) => codeWord(`modality.${of}`),
  language: spoken,
  accommodation: (of) => of,
  referrer: raisedBy,
  triagedAt: (of, data) => momentWords(of, data),
  navigator: (of) => of,
  partner: (of) => of,
  highNeed: (of) => say(of ? 'yes' : 'no'),
  consents: (of, data) => <Consents data={data} of={of} />,
  status: (of, data) => <Status data={data} of={of} />,
  nextAppointmentAt: (of, data) => momentWords(of, data),
  next,
  outcome,
}

/** What is said where it is known that there is nothing. */
const nothing: Partial<Record<keyof ReferralRecord, string>> = {
  tier: say('no_tier'),
  triagedAt: say('no_triage'),
  partner: say('no_partner'),
  nextAppointmentAt: say('no_visit'),
  next: say('no_next'),
  outcome: say('open'),
}

/** Everything the referral holds, field by field; a field that they may not know is not there [R028]. */
export const OnRecord = ({ data }: Props) => (
  <section class="after flow" id="record" aria-labelledby="record-h">
    <h2 id="record-h">{name('title')}</h2>
    <KeyList
      items={(Object.keys(says) as (keyof ReferralRecord)[]).flatMap((field) => {
        const of = data.record[field]
        if (of === undefined) return []
        const said = says[field] as (of: unknown, data: ReferralData) => ComponentChildren
        return [
          { key: name(field), value: of === null ? (nothing[field] ?? say('nothing')) : said(of, data) },
        ]
      })}
    />
  </section>
)
