import { consentWords } from '#consent/contract.ts'
import { Late, Mark, Phone } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { say } from './part.tsx'

const relation = consentWords()

const related = (code: string) =>
  relation.has(`relationship.${code}`) ? relation(`relationship.${code}` as 'relationship.mother') : code

/** The caregiver on the line; before that, whom to contact first and how. */
function OnTheLine({ data }: { data: HandoffData }) {
  const { handoff, caregivers } = data
  const who = caregivers.find(({ id }) => id === handoff.caregiverId)
  if (who !== undefined) {
    const language = languageName(handoff.conversationLanguage ?? who.language)
    const said = { name: who.name, relationship: related(who.relationship), language }
    return <b>{say(handoff.state === 'open' ? 'talking_with' : 'talked_with', said)}</b>
  }
  const first = caregivers[0]
  if (first === undefined) return <b>{say('nobody_yet')}</b>
  return (
    <>
      <b>{say('phone_first', { name: first.name, relationship: related(first.relationship) })}</b>{' '}
      {first.phone !== null && <Phone number={first.phone} />}
    </>
  )
}

/** Who is on the line, and the same-day clock: always in sight. Afterwards, whom it was with. */
export function CallBar({ data }: { data: HandoffData }) {
  const { handoff, clock } = data
  const open = handoff.state === 'open'
  const late = open && data.now > clock.sameDay.lateAt
  return (
    <div class={open ? 'call' : 'hint'}>
      <p>
        {open && <Mark s={handoff.caregiverId === null ? 'due' : 'now'} />}
        <OnTheLine data={data} />{' '}
        {handoff.interpreter !== null &&
          say(open ? 'talking_interpreter' : 'talked_interpreter', {
            interpreter: handoff.interpreter,
          })}{' '}
        <a href={`/referrals/${data.referral.id}/contacts`}>{say('contact_log')}</a>
      </p>
      {open && (
        <p>
          <b>{late ? <Late>{clock.headline}</Late> : clock.headline}</b> {clock.detail}{' '}
          <span class="quiet">{say('same_day')}</span>
        </p>
      )}
    </div>
  )
}
