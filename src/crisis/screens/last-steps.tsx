import { Act, Button, ButtonLink, Choices, Field, inPart, kept } from '#design/contract.ts'
import { itemWords } from '#exceptions/contract.ts'
import { clinicianBases, dispositions } from '../entry.ts'
import { pressedOf } from '../pressed.ts'
import { stepWords } from '../words.ts'
import { completing, Pressed } from './pressed-part.tsx'
import { fieldsOf, type Part, say, Step } from './step-parts.tsx'
import { ToldItems } from './told-items.tsx'

const because = stepWords()
const item = itemWords()

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

/**
 * The grounds that may hold: consent where there is one, or where the reader may not know of it; and that
 * nobody is known where the record names nobody.
 */
const basesFor = ({ treating }: Part['data']) =>
  clinicianBases.filter((basis) =>
    basis === 'consent'
      ? treating !== null && treating?.agreed?.length !== 0
      : basis !== 'none_known' || treating === null || treating === undefined,
  )

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
  const pressed = pressedOf(data.entries, 'handover')
  const field = kept(inPart(view, 'handover'), { disposition: pressed?.what })
  const { value, ...given } = field('disposition')
  const hidden = { part: 'handover', ...completing(pressed) }
  return (
    <Step data={data} view={view} to="handover" hidden={hidden} layout="flow">
      {pressed && <Pressed data={data} pressed={pressed} />}
      <Choices
        {...given}
        legend={say('handover_where')}
        options={dispositions.map((place) => ({ value: place, label: say(`place_${place}`) }))}
        chosen={value ?? []}
      />
      <Field {...field('toWhom')} label={say('handover_to')} maxlength={200} />
      {!pressed && <ToldItems view={view} part="handover" entry={{ kind: 'handed_over', what: null }} />}
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
