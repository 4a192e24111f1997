import { Act, Button, ButtonLink, Choices, Field } from '#design/contract.ts'
import { itemWords } from '#exceptions/contract.ts'
import { caregiverModes, caregiverTopics, clinicianBases, dispositions } from '../entry.ts'
import { stepWords } from '../words.ts'
import { fieldsOf, type Part, say, Step } from './step-parts.tsx'
import { ToldItems } from './told-items.tsx'

const because = stepWords()
const item = itemWords()

const Told = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'told')
  const [{ value: mode, ...ofMode }, { value: topic, ...ofTopic }] = [field('mode'), field('topic')]
  return (
    <Step data={data} view={view} to="caregiver" hidden={{ part: 'told', told: 'yes' }} layout="flow">
      <Field {...field('who')} label={say('told_who')} maxlength={120} />
      <Choices
        {...ofMode}
        inline
        legend={say('told_mode')}
        options={caregiverModes.map((value) => ({ value, label: say(`mode_${value}`) }))}
        chosen={mode ?? []}
      />
      <Choices
        {...ofTopic}
        legend={say('told_topic')}
        options={caregiverTopics.map((value) => ({ value, label: say(`topic_${value}`) }))}
        chosen={topic ?? []}
      />
      <p>
        <Button big kind="go">
          {say('told')}
        </Button>
      </p>
    </Step>
  )
}

const NotTold = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'not-told')
  const { value, ...given } = field('exception')
  const options = data.standard.exceptions.map(({ code, reason }) => ({ value: code, label: reason }))
  return (
    <details class="more" {...(view.typed['part'] === 'not-told' && { open: true })}>
      <summary>{say('told_not')}</summary>
      <Step data={data} view={view} to="caregiver" hidden={{ part: 'not-told', told: 'no' }} layout="flow">
        <Choices {...given} legend={say('not_told_why')} options={options} chosen={value ?? []} />
        <Field {...field('words')} label={say('not_told_words')} maxlength={500} />
        <p>
          <Button>{say('told_save')}</Button>
        </p>
      </Step>
    </details>
  )
}

/** A caregiver was told, or by which exception of the standard nobody was. */
export const Caregiver = (props: Part) => (
  <div class="flow">
    <p class="quiet">{props.data.standard.caregiverRule}</p>
    <Told {...props} />
    <NotTold {...props} />
  </div>
)

const agreedItem = (code: string) =>
  code === 'urgency' ? say('told_urgency') : item(code as 'identity' | 'school_contact')

/** Who is on record to treat the student, and what the family agreed that they hear. */
const Treats = ({ data: { treating } }: Pick<Part, 'data'>) => {
  if (treating === null || treating === undefined) return null
  const { agreed } = treating
  return (
    <p>
      {say('clinician_holds', { name: treating.holderName, agency: treating.agencyName })}{' '}
      {agreed !== undefined &&
        (agreed.length === 0
          ? say('clinician_not_agreed')
          : say('clinician_agreed', { items: agreed.map((code) => agreedItem(code)).join('; ') }))}
    </p>
  )
}

/** The grounds that may hold: consent where there is one, or where the reader may not know of it. */
const basesFor = ({ treating }: Part['data']) =>
  treating?.agreed?.length === 0 || treating === null
    ? clinicianBases.filter((basis) => basis !== 'consent')
    : clinicianBases

/** Who treats the student was told, and on which ground. */
export const Clinician = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'clinician')
  const { value, ...given } = field('basis')
  return (
    <Step data={data} view={view} to="clinician" hidden={{ part: 'clinician' }} layout="flow">
      <Treats data={data} />
      <p class="quiet">{say('clinician_hint')}</p>
      <Choices
        {...given}
        legend={say('clinician')}
        options={basesFor(data).map((basis) => ({ value: basis, label: say(`basis_${basis}`) }))}
        chosen={value ?? []}
      />
      <Field {...field('who')} id="clinician-who" optional label={say('clinician_who')} maxlength={120} />
      <ToldItems view={view} part="clinician" entry={{ kind: 'clinician_told', what: 'emergency' }} />
      <p>
        <Button>{say('clinician_save')}</Button>
      </p>
    </Step>
  )
}

/** The duty to report was looked at. Whether there was a report is said nowhere here. */
export const Report = ({ data, view }: Part) => (
  <div class="flow">
    <p>{data.standard.policies.find(({ code }) => code === 'mandatory_reporting')?.says}</p>
    <p class="quiet">{say('report_hint')}</p>
    {data.mayTell && (
      <p>
        <ButtonLink
          kind="text"
          href={`/students/${data.incident.studentId}/exceptions?basis=mandated_report`}
        >
          {say('report_write')}
        </ButtonLink>
      </p>
    )}
    <Step data={data} view={view} to="report-check">
      <Button big>{say('report_save')}</Button>
    </Step>
  </div>
)

/** Where the student is, and to whom the school handed over. */
export const Handover = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'handover')
  const { value, ...given } = field('disposition')
  return (
    <Step data={data} view={view} to="handover" hidden={{ part: 'handover' }} layout="flow">
      <Choices
        {...given}
        legend={say('handover_where')}
        options={dispositions.map((place) => ({ value: place, label: say(`place_${place}`) }))}
        chosen={value ?? []}
      />
      <Field {...field('toWhom')} label={say('handover_to')} maxlength={200} />
      <ToldItems view={view} part="handover" entry={{ kind: 'handed_over', what: null }} />
      <p>
        <Button>{say('handover_save')}</Button>
      </p>
    </Step>
  )
}

/** The record is closed when nothing is blank; until then it says exactly what is. */
export const Close = ({ data, view }: Part) => (
  <div class="flow">
    {data.blanks.length === 0 && <p>{say('close_all')}</p>}
    <Act
      id="close"
      kind="go"
      to={`/crisis/incidents/${data.incident.id}/closing`}
      shell={view.shell}
      reasons={data.blanks.map((blank) => ({ met: false, says: because(blank) }))}
    >
      {say('close_do')}
    </Act>
  </div>
)
