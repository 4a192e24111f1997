import { Act } from '../act.tsx'
import { CrisisLink } from '../brand.tsx'
import { Button } from '../button.tsx'
import { Choices } from '../choices.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { kept } from '../kept.ts'
import type { Shell } from '../shell.ts'
import { State } from '../state.tsx'
import { Part } from './part.tsx'
import { sheetWords as t } from './words.ts'

export const ButtonPart = ({ shell }: { shell: Shell }) => (
  <Part id="x-buttons" name={t('buttons')} hint={`${t('buttons_hint')} ${t('blocked_hint')}`}>
    <p class="row">
      <Button kind="go">{t('save_answers')}</Button>
      <Button>{t('add_contact')}</Button>
      <Button kind="danger">{t('end_consent')}</Button>
      <Button kind="text">{t('cancel')}</Button>
      <CrisisLink />
    </p>
    <Act
      id="send"
      to="/design"
      shell={shell}
      reasons={[
        { met: false, says: t('agreement_ended'), fix: { href: '#x-buttons', label: t('ask_grace') } },
        { met: false, says: t('training_ends'), fix: { href: '#x-buttons', label: t('renew_training') } },
        { met: true, says: t('consent_on_file') },
      ]}
    >
      {t('send_northbank')}
    </Act>
  </Part>
)

const because = [
  { says: t('date_past'), field: 'visited' },
  { says: t('why_needed'), field: 'why' },
]

export const ErrorPart = () => {
  const field = kept({ typed: { visited: '10/05/2026' }, problem: { because } })
  return (
    <Part id="x-errors" name={t('errors')} hint={t('errors_hint')}>
      <ErrorSummary errors={because} still />
      <Field {...field('visited')} label={t('visit_date')} hint={t('date_example')} width="short" />
      <Field
        {...field('why')}
        label={t('why_late')}
        type="select"
        width="mid"
        options={[{ value: '', label: t('choose_reason') }]}
      />
    </Part>
  )
}

const How = () => (
  <Choices
    name="how"
    legend={t('how_given')}
    chosen="phone"
    options={[
      {
        value: 'phone',
        label: t('by_phone'),
        reveal: <Field name="witness" label={t('witness')} value={t('interpreter')} width="mid" />,
      },
      { value: 'link', label: t('signed_link'), hint: t('signed_link_hint') },
      { value: 'paper', label: t('paper') },
    ]}
  />
)

const partners = [
  { value: 'cedar', label: t('cedar_places') },
  { value: 'northbank', label: t('northbank_place') },
  { value: 'open', label: t('open_door_full'), disabled: true },
]

const ways = [
  { value: 'transport', label: t('transport') },
  { value: 'work', label: t('work_hours') },
  { value: 'nothing', label: t('nothing') },
]

export const FieldPart = () => (
  <Part id="x-fields" name={t('fields')}>
    <Field name="caregiver" label={t('caregiver')} value={t('carmen')} />
    <Field name="phone" label={t('phone')} hint={t('phone_hint')} type="tel" width="mid" optional />
    <div class="pairs auto">
      <Field name="on" label={t('date')} type="date" value="2026-10-15" />
      <Field name="time" label={t('time')} type="time" value="16:30" />
    </div>
    <Field name="partner" label={t('partner')} type="select" options={partners} value="cedar" />
    <Field name="noticed" label={t('noticed')} hint={t('noticed_hint')} type="textarea" />
    <How />
    <Choices name="ways" legend={t('in_the_way')} many chosen={['transport']} options={ways} />
    <Field name="signed" label={t('signed_paper')} type="file" />
    <Field
      name="school"
      label={t('school')}
      value={t('alder')}
      hint={t('from_roster')}
      width="mid"
      readonly
    />
    <p class="row">
      <Button>{t('save')}</Button>
      <State s="done" live>
        {t('saved')}
      </State>
    </p>
  </Part>
)
