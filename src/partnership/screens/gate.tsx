import { ButtonLink, MarkedList, State } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { registerWords } from '../register-words.ts'
import type { PartnerItem, SchoolItem } from '../agreement.ts'
import { screenWords } from '../screen-words.ts'
import { gateWords, itemWords } from '../words.ts'
import type { Profile } from '../look-partner.ts'

const say = screenWords()
const why = gateWords()
const item = itemWords()

const register = registerWords()
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
    {agreement.implements.length > 0 &&
      `. ${register('satisfies', { rules: agreement.implements.join('; ') })}`}
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

/** The agreement and the sign-off the gate looked at, and every other one. */
function documentsOf({ gate, agreements, signOffs }: Profile) {
  const now = agreements.find(({ id }) => id === gate.agreement?.id)
  const cleared = signOffs.find(({ id }) => id === gate.signOff?.id)
  return {
    now,
    cleared,
    earlier: agreements.filter((each) => each !== now),
    earlierSignOffs: signOffs.filter((each) => each !== cleared),
  }
}

const Documents = (profile: Profile) => {
  const { today } = profile
  const { now, cleared, earlier, earlierSignOffs } = documentsOf(profile)
  return (
    <>
      {now && (
        <p>
          <AgreementLine agreement={now} today={today} />
        </p>
      )}
      {cleared && (
        <p>
          <SignOffLine signOff={cleared} today={today} />
        </p>
      )}
      {earlier.length + earlierSignOffs.length > 0 && (
        <details class="more">
          <summary>{say('earlier')}</summary>
          <ul>
            {earlier.map((each) => (
              <li>
                <AgreementLine agreement={each} today={today} />
              </li>
            ))}
            {earlierSignOffs.map((each) => (
              <li>
                <SignOffLine signOff={each} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What a district and an agency agreed, whether the gate is open, and what may cross [R139] [R152]. */
export const GateSection = (profile: Profile) => {
  const { agreement, obstacles } = profile.gate
  const open = obstacles.length === 0
  return (
    <section class="flow" aria-labelledby="gate">
      <h2 id="gate">{say('gate')}</h2>
      <p>
        <State s={open ? 'done' : 'end'}>{say(open ? 'gate_open' : 'gate_closed')}</State>
      </p>
      {!open && <MarkedList items={obstacles.map((code) => ({ s: 'due' as const, text: why(code) }))} />}
      <Documents {...profile} />
      {agreement && (
        <div class="auto">
          <Items head={say('school_may_send')} items={agreement.schoolToPartner} />
          <Items head={say('agency_may_tell')} items={agreement.partnerToSchool} />
        </div>
      )}
      <p class="hint">{say('never_crosses')}</p>
      <Buttons {...profile} />
    </section>
  )
}
