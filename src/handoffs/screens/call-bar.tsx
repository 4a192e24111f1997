import { consentWords } from '#consent/contract.ts'
import { Late, Mark } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { say } from './part.tsx'

const relation = consentWords()

/** Who is on the line, and the same-day clock: always in sight. */
export function CallBar({ data }: { data: HandoffData }) {
  const { handoff, caregivers, clock } = data
  const who = caregivers.find(({ id }) => id === handoff.caregiverId)
  const first = caregivers[0]
  const related = (code: string) =>
    relation.has(`relationship.${code}`) ? relation(`relationship.${code}` as 'relationship.mother') : code
  const late = handoff.state === 'open' && data.now > clock.sameDay.lateAt
  return (
    <div class="call">
      <p>
        <Mark s={who === undefined ? 'due' : 'now'} />
        {who === undefined ? (
          <b>
            {first === undefined
              ? say('nobody_yet')
              : say('phone_first', { name: first.name, relationship: related(first.relationship) })}
          </b>
        ) : (
          <b>
            {say('talking_with', {
              name: who.name,
              relationship: related(who.relationship),
              language: languageName(handoff.conversationLanguage ?? who.language),
            })}
          </b>
        )}{' '}
        {first?.phone != null && who === undefined && (
          <a href={`tel:${first.phone.replaceAll(/[^\d+]/g, '')}`}>
            <bdi>{first.phone}</bdi>
          </a>
        )}{' '}
        {handoff.interpreter !== null && say('talking_interpreter', { interpreter: handoff.interpreter })}{' '}
        <a href={`/referrals/${data.referral.id}/contacts`}>{say('contact_log')}</a>
      </p>
      {handoff.state === 'open' && (
        <p>
          <b>{late ? <Late>{clock.headline}</Late> : clock.headline}</b> {clock.detail}{' '}
          <span class="quiet">{say('same_day')}</span>
        </p>
      )}
    </div>
  )
}
