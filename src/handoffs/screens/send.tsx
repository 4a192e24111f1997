import { calendarDayWords } from '#consent/contract.ts'
import { Act, Button, Choices, Field, Form, inPart, kept, type Reason } from '#design/contract.ts'
import { sendingWords } from '#referrals/contract.ts'
import { at, goIf, Next, type PartProps, readingOf, say } from './part.tsx'
import { isAboutConsent } from './rules-said.ts'

type Data = PartProps['data']
const why = sendingWords()

/** Where an obstacle is cleared on this page; the others are cleared by somebody else. */
const fixOf = (data: Data, code: string): Reason['fix'] => {
  if (code.startsWith('consent_not') || code === 'consent_ended') {
    const number = data.questions.findIndex(({ scope }) => scope === 'referral_disclosure') + 1
    return { href: '#consent', label: say('ask_question', { at: number }) }
  }
  if (code === 'consent_conflicting' || code === 'consent_incomplete') {
    return { href: `/referrals/${data.referral.id}/consents`, label: say('more_consents') }
  }
  if (['no_partner', 'full', 'paused', 'partnership_ended'].includes(code)) {
    return { href: '#conversation', label: say('picker_legend') }
  }
  return undefined
}

/** The same list the server refuses by, and what is in place already. */
function reasonsOf(data: Data): Reason[] {
  const { obstacles, partner, agreementEndsOn } = data.sending
  const missing = obstacles.map((code): Reason => {
    const fix = fixOf(data, code)
    const says = why.has(code) ? why(code) : code
    const rule = isAboutConsent(code) ? `${data.refusedBy.sending} ` : ''
    return { met: false, says: `${rule}${says}`, ...(fix && { fix }) }
  })
  const agreed = data.questions.find(({ scope, is }) => scope === 'referral_disclosure' && is === 'in_force')
  const met: (string | null)[] = [
    agreed?.since == null ? null : say('met_consent', { at: at(data, agreed.since) }),
    agreementEndsOn === null || obstacles.some((code) => /agreement|sign_off/.test(code))
      ? null
      : say('met_agreement', { until: calendarDayWords(agreementEndsOn, readingOf(data)) }),
    partner?.routeAddress == null ? null : say('met_route', { route: partner.routeAddress }),
  ]
  return [...missing, ...met.filter((says) => says !== null).map((says): Reason => ({ met: true, says }))]
}

/** What the button says: to whom, once an agency is chosen. */
const sendTo = ({ sending: { partner } }: Data): string =>
  partner === null ? say('send_to_agency') : say('send_to', { partner: partner.shortName })

const SendForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'send')
  const field = kept(own)
  const { referral, sending } = data
  return (
    <Form
      to={`/referrals/${referral.id}/packet`}
      shell={view.shell}
      hidden={{ part: 'send', packetHash: sending.preview.hash }}
      layout="box flow"
    >
      <Choices
        {...field('caregiverPresent')}
        chosen={field('caregiverPresent').value ?? ''}
        legend={say('caregiver_there')}
        options={[
          { value: 'yes', label: say('there_phone') },
          {
            value: 'no',
            label: say('not_there'),
            reveal: <Field {...field('absenceReason')} label={say('absence_reason')} />,
          },
        ]}
      />
      <Button {...goIf(data, 'send')}>{sendTo(data)}</Button>
    </Form>
  )
}

/** Part 3: the referral leaves by the agency's one route; while it may not, every reason stands here. */
export function Send({ data, view }: PartProps) {
  const { referral, sending } = data
  if (referral.sentAt !== null) {
    return (
      <p>
        {say('sent_at', { at: at(data, referral.sentAt), route: sending.sentThrough ?? '' })}{' '}
        <a href={`/referrals/${referral.id}/packet`}>{say('see_packet')}</a>
      </p>
    )
  }
  const reasons = reasonsOf(data)
  if (sending.obstacles.length === 0 && data.mayWork) {
    return (
      <Next data={data} doing="send">
        <SendForm data={data} view={view} />
      </Next>
    )
  }
  return (
    <Next data={data} doing="send">
      <Act
        id="send"
        shell={view.shell}
        reasons={
          reasons.some(({ met }) => !met)
            ? reasons
            : [...reasons, { met: false, says: say('read_only', { navigator: data.navigatorName }) }]
        }
      >
        {sendTo(data)}
      </Act>
    </Next>
  )
}
