import { Button, type Choice, Choices, Field, Form, inPart, kept } from '#design/contract.ts'
import { choosingWords, directoryWords } from '#directory/contract.ts'
import { gateWords } from '#partnership/contract.ts'
import { languageName } from '#people/contract.ts'
import { packetWords, visitModalities } from '#referrals/contract.ts'
import { services } from '../handoff.ts'
import { goIf, Next, type PartProps, say, word } from './part.tsx'

type Line = PartProps['data']['picker'][number]

const choosing = choosingWords()
const gate = gateWords()
const listed = directoryWords()
const packet = packetWords()
const several = new Intl.ListFormat('en')
const why = (code: string) => (choosing.has(code) ? choosing(code) : gate.has(code) ? gate(code) : code)

/** What a family weighs: room, languages, ways to meet, times, who pays [R037]. */
const facts = (line: Line): string =>
  [
    say('picker_places', { count: line.openPlaces }),
    say('picker_languages', { languages: line.languages.map((tag) => languageName(tag)).join(', ') }),
    line.modalities.map((modality) => listed(`modality_${modality}`)).join(', '),
    line.hours,
    line.afterSchool ? say('picker_after_school') : '',
    line.weekends ? say('picker_weekends') : '',
    say('picker_pays', { payers: several.format(line.payers.map((payer) => word(`pays.${payer}`))) }),
  ]
    .filter((part) => part !== '')
    .join('. ')

const choiceOf = (line: Line): Choice => ({
  value: line.id,
  label: line.name,
  disabled: line.unavailable.length > 0,
  hint: (
    <>
      {facts(line)}
      {line.unavailable.length > 0 && (
        <>
          <br />
          <b>
            {say('picker_why', {
              why: [...line.unavailable.map(why), line.acceptanceNote ?? ''].filter(Boolean).join(' '),
            })}
          </b>
        </>
      )}
    </>
  ),
})

const PickerForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'partner')
  const { referral, picker } = data
  const field = kept(own, {
    partnerId: referral.partnerId,
    service: referral.serviceSought,
    modality: referral.modality,
  })
  const modalities = visitModalities
  return (
    <Form
      to={`/referrals/${referral.id}/partner`}
      shell={view.shell}
      hidden={{ part: 'partner' }}
      layout="flow"
    >
      <Choices
        {...field('partnerId')}
        chosen={field('partnerId').value ?? ''}
        legend={say('picker_legend')}
        options={picker.map(choiceOf)}
      />
      <div class="pairs auto">
        <Field
          {...field('service')}
          type="select"
          label={say('service')}
          options={services.map((value) => ({ value, label: packet(`service.${value}`) }))}
        />
        <Field
          {...field('modality')}
          type="select"
          label={say('modality')}
          options={modalities.map((value) => ({ value, label: say(`modality.${value}`) }))}
        />
      </div>
      <Button {...goIf(data, 'partner')}>{say('picker_save')}</Button>
    </Form>
  )
}

/**
 * Chooses the agency; once it is chosen the list is folded, and once it is sent there is nothing to choose.
 */
export function PartnerPicker({ data, view }: PartProps) {
  const { sending, referral, mayWork } = data
  if (sending.partner === null) {
    if (!mayWork) return null
    return (
      <Next data={data} doing="partner">
        <PickerForm data={data} view={view} />
      </Next>
    )
  }
  const back = view.typed['part'] === 'partner'
  return (
    <>
      <p>
        <b>{say('picker_chosen', { partner: sending.partner.name })}</b>
      </p>
      {referral.sentAt === null && mayWork && (
        <details class="more" {...(back && { open: true })}>
          <summary>{say('change_partner')}</summary>
          <PickerForm data={data} view={view} />
        </details>
      )}
    </>
  )
}
