import type { View } from '#access/screen.ts'
import { Banner, Choices, kept, keptAll } from '#design/contract.ts'
import type { TriageData } from '../triage-page.ts'
import { reasonsSaid } from './decision-errors.ts'
import { say } from './screen-words.ts'

type Repeat = TriageData['offered']['repeats'][number]

const said = ({ number, reason, referredOn: day, endedOn }: Repeat) =>
  endedOn === null
    ? say('repeat_open', { number, reason, day })
    : say('repeat_ended', { number, reason, day, ended: endedOn })

/** The warning before another referral is opened: which there are, and why it would repeat them [R033]. */
export const RepeatBanner = ({ data: { offered } }: { data: TriageData }) =>
  offered.repeats.length === 0 ? null : (
    <Banner kind="slow">
      <b>{say('repeat_head')}</b>
      <p>
        {say('repeat_why')} {say('repeat_limit', { limit: offered.repeatLimit })}
      </p>
      <ul>
        {offered.repeats.map((repeat) => (
          <li>
            {said(repeat)}{' '}
            {repeat.readable ? (
              <a href={`/referrals/${repeat.id}`}>{say('repeat_look', { number: repeat.number })}</a>
            ) : (
              say('repeat_elsewhere')
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )

/** Going on knowingly: the earlier referral is ticked, and the new one is linked to it. */
export const KnownReferrals = ({ data, view }: { data: TriageData; view: View }) => {
  const { repeats } = data.offered
  if (repeats.length === 0) return null
  const name = 'knownReferrals'
  const { error } = kept({ typed: {}, problem: { because: reasonsSaid(data, view) } })(name)
  return (
    <Choices
      name={name}
      many
      legend={say('repeat_known')}
      hint={say('repeat_known_hint')}
      options={repeats.map((repeat) => ({ value: repeat.id, label: said(repeat) }))}
      chosen={keptAll(view, name)}
      {...(error !== undefined && { error })}
    />
  )
}
