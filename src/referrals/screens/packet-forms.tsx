import { Choices, Field, kept } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { tells } from '../telling.ts'
import { inboxWords } from './inbox-words.ts'
import { asChoices, type FormProps, Sheet, typedIn } from './packet-sheet.tsx'

const say = inboxWords()

const options = (codes: readonly { code: string; says: string }[]) =>
  codes.map(({ code, says }) => ({ value: code, label: says }))

export function AcceptForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'accept'), { clinicianId: seen.choices.clinicians[0]?.id ?? '' })
  const clinicians = seen.choices.clinicians.map(({ id, name }) => ({ value: id, label: name }))
  const chosen = asChoices(field('clinicianId'))
  const named = <Field {...field('clinicianName')} label={say('clinician_name')} />
  return (
    <Sheet
      name="accept"
      to="acceptance"
      tells={tells.status}
      seen={seen}
      view={view}
      heading={say('accept')}
      hint={say('accept_hint')}
      send={say('accept')}
      go
    >
      <Choices
        {...chosen}
        legend={say('clinician')}
        options={[...clinicians, { value: '', label: say('somebody_else'), reveal: named }]}
      />
      <Field {...field('credential')} label={say('credential')} hint={say('credential_hint')} width="short" />
    </Sheet>
  )
}

/** Another agency, where one is known. */
const Suggestion = ({ seen, field }: { seen: SeenPacket; field: ReturnType<typeof kept> }) => (
  <Field
    {...field('suggestedPartnerId')}
    type="select"
    label={say('instead')}
    optional
    options={[
      { value: '', label: say('instead_none') },
      ...seen.choices.partners.map(({ id, name }) => ({ value: id, label: name })),
    ]}
  />
)

export function DeclineForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'decline'))
  const reason = asChoices(field('reason'))
  return (
    <Sheet
      name="decline"
      to="decline"
      tells={tells.status}
      seen={seen}
      view={view}
      heading={say('decline')}
      hint={say('decline_hint')}
      send={say('send_decline')}
    >
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.decline)} />
      <Suggestion seen={seen} field={field} />
    </Sheet>
  )
}

export function ReturnForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'return'))
  const reason = asChoices(field('reason'))
  return (
    <Sheet
      name="return"
      to="return"
      tells={tells.status}
      seen={seen}
      view={view}
      heading={say('hand_back')}
      hint={say('hand_back_hint')}
      send={say('send_back')}
      danger
    >
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.decline)} />
      <Suggestion seen={seen} field={field} />
    </Sheet>
  )
}

export function StoppedForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'stopped'))
  const reason = asChoices(field('reason'))
  return (
    <Sheet
      name="stopped"
      to="disengagement"
      tells={tells.status}
      seen={seen}
      view={view}
      heading={say('stopped_visits')}
      hint={say('stopped_hint')}
      send={say('send_stopped')}
    >
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.nonConnection)} />
    </Sheet>
  )
}
