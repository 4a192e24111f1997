import { screen, type View } from '#access/screen.ts'
import { Choices, type Choice, Confirm, Field, kept } from '#design/contract.ts'
import { choosingWords } from '#directory/contract.ts'
import { gateWords } from '#partnership/contract.ts'
import { redirectionPage, type RedirectionData } from '../redirect-referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()
const choosing = choosingWords()
const gate = gateWords()
const why = (code: string) => (choosing.has(code) ? choosing(code) : gate.has(code) ? gate(code) : code)

const partnersOf = (data: RedirectionData): Choice[] => [
  { value: '', label: say('redirect_open') },
  ...data.partners
    .filter(({ id }) => id !== data.referral.partnerId)
    .map(({ id, name, openPlaces, unavailable }) => ({
      value: id,
      label: name,
      disabled: unavailable.length > 0,
      hint:
        unavailable.length > 0
          ? unavailable.map(why).join(' ')
          : say('redirect_places', { count: openPlaces }),
    })),
]

function RedirectionPage(data: RedirectionData, view: View) {
  const suggested = data.suggested
  const field = kept(view, { reason: suggested?.reason, partnerId: suggested?.partnerId })
  const back = `/referrals/${data.referral.id}`
  const said = data.reasons.find(({ code }) => code === suggested?.reason)?.label
  return (
    <Confirm
      shell={view.shell}
      question={say('redirect_question', { number: data.referral.number })}
      lead={say('redirect_lead')}
      will={[say('redirect_will_end'), say('redirect_will_open'), say('redirect_will_consent')]}
      to={`${back}/redirection`}
      yes={say('redirect_yes')}
      no={{ href: back, label: say('redirect_no') }}
      errors={view.problem?.because ?? []}
    >
      {said !== undefined && <p>{say('redirect_said', { reason: said.toLowerCase() })}</p>}
      <Field
        {...field('reason')}
        type="select"
        label={say('redirect_reason')}
        options={[
          { value: '', label: say('choose') },
          ...data.reasons.map(({ code, label }) => ({ value: code, label })),
        ]}
      />
      <Choices
        {...field('partnerId')}
        chosen={field('partnerId').value ?? ''}
        legend={say('redirect_partner')}
        options={partnersOf(data)}
      />
    </Confirm>
  )
}

/** Another agency is asked: what will happen is said first. */
export const redirectionScreen = screen({
  address: '/referrals/:referralId/redirection',
  title: say('redirect_title'),
  look: redirectionPage,
  page: RedirectionPage,
})
