import { ButtonLink, MarkedList, State } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { PartnerItem, SchoolItem } from '../agreement.ts'
import { screenWords } from '../screen-words.ts'
import { gateWords, itemWords } from '../words.ts'
import type { Profile } from './partner.tsx'

const say = screenWords()
const why = gateWords()
const item = itemWords()

type Agreement = Profile['agreements'][number]
type SignOff = Profile['signOffs'][number]

const AgreementLine = ({ agreement, today }: { agreement: Agreement; today: string }) => (
  <>
    {say('agreement_text', {
      title: agreement.title,
      from: dayWords(agreement.startsOn, today),
      until: dayWords(agreement.endsOn, today),
    })}
    {agreement.suspendedOn !== null &&
      `. ${say('agreement_suspended', { day: dayWords(agreement.suspendedOn, today) })}`}
  </>
)

const SignOffLine = ({ signOff, today }: { signOff: SignOff; today: string }) => (
  <>
    {say('sign_off_text', {
      scope: signOff.scope,
      name: signOff.signedBy,
      on: dayWords(signOff.signedOn, today),
      until: dayWords(signOff.endsOn, today),
    })}
    {signOff.withdrawnOn !== null &&
      `. ${say('sign_off_withdrawn', { day: dayWords(signOff.withdrawnOn, today) })}`}
  </>
)

const Items = ({ head, items }: { head: string; items: readonly (SchoolItem | PartnerItem)[] }) => (
  <div>
    <h3>{head}</h3>
    <MarkedList items={items.map((code) => ({ s: 'done' as const, text: item(code) }))} />
  </div>
)

const Buttons = ({ partner, gate: { agreement, signOff, obstacles }, may }: Profile) => (
  <p class="row">
    {may.keepAgreements && (
      <ButtonLink href={`/partners/${partner.id}/agreements/new`}>{say('record_agreement')}</ButtonLink>
    )}
    {may.keepSignOffs && agreement !== undefined && (
      <ButtonLink href={`/agreements/${agreement.id}/sign-offs/new`}>{say('record_sign_off')}</ButtonLink>
    )}
    {may.keepAgreements && agreement !== undefined && agreement.suspendedAt === null && (
      <ButtonLink kind="danger" href={`/agreements/${agreement.id}/suspension`}>
        {say('suspend')}
      </ButtonLink>
    )}
    {may.keepSignOffs && signOff !== undefined && !obstacles.includes('sign_off_withdrawn') && (
      <ButtonLink kind="danger" href={`/sign-offs/${signOff.id}/withdrawal`}>
        {say('withdraw')}
      </ButtonLink>
    )}
  </p>
)

/** What a district and an agency agreed, whether the gate is open, and what may cross [R139] [R152]. */
export function GateSection(profile: Profile) {
  const { gate, agreements, signOffs, today } = profile
  const { agreement, signOff, obstacles } = gate
  const now = agreements.find(({ id }) => id === agreement?.id)
  const cleared = signOffs.find(({ id }) => id === signOff?.id)
  const earlier = [
    ...agreements
      .filter((each) => each !== now)
      .map((each) => <AgreementLine agreement={each} today={today} />),
    ...signOffs
      .filter((each) => each !== cleared)
      .map((each) => <SignOffLine signOff={each} today={today} />),
  ]
  return (
    <section class="flow" aria-labelledby="gate">
      <h2 id="gate">{say('gate')}</h2>
      <p>
        <State s={obstacles.length === 0 ? 'done' : 'end'}>
          {say(obstacles.length === 0 ? 'gate_open' : 'gate_closed')}
        </State>
      </p>
      {obstacles.length > 0 && (
        <MarkedList items={obstacles.map((code) => ({ s: 'due' as const, text: why(code) }))} />
      )}
      {now && <p>{<AgreementLine agreement={now} today={today} />}</p>}
      {cleared && <p>{<SignOffLine signOff={cleared} today={today} />}</p>}
      {agreement && (
        <div class="auto">
          <Items head={say('school_may_send')} items={agreement.schoolToPartner} />
          <Items head={say('agency_may_tell')} items={agreement.partnerToSchool} />
        </div>
      )}
      <p class="hint">{say('never_crosses')}</p>
      {earlier.length > 0 && (
        <details class="more">
          <summary>{say('earlier')}</summary>
          <ul>
            {earlier.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <Buttons {...profile} />
    </section>
  )
}
