import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  keptAll,
  Page,
  PageHead,
  Tabs,
} from '#design/contract.ts'
import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import { bases, channels, familyReaders, officesOf, toldItems } from '../exception.ts'
import { lookTelling, type SeenTelling } from '../look-exceptions.ts'
import { recordException } from '../record-exception.ts'
import {
  basisWords,
  channelWords,
  exceptionWords,
  familyReaderWords,
  itemWords,
  officeWords,
} from '../screen-words.ts'
import { Before } from './told-before.tsx'

const say = exceptionWords()
const ground = basisWords()
const item = itemWords()
const office = officeWords()
const channel = channelWords()
const reads = familyReaderWords()

type Props = { data: SeenTelling; view: View }

const chosen = ({ value, ...field }: { name: string; value?: string; error?: string }) => ({
  ...field,
  ...(value !== undefined && { chosen: value }),
})
const labelled = <V extends string>(values: readonly V[], words: (value: V) => string) =>
  values.map((value) => ({ value, label: words(value) }))

/** Whom it was told, and by which way. */
const ToWhom = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <>
      <Choices
        {...chosen(field('recipientKind'))}
        legend={say('office')}
        options={labelled(officesOf[data.basis], office)}
      />
      <Field {...field('recipientOffice')} label={say('office_name')} maxlength={120} />
      <Field {...field('recipientName')} label={say('name')} hint={say('name_hint')} maxlength={120} />
      <Choices
        {...chosen(field('channel'))}
        legend={say('channel')}
        inline
        options={labelled(channels, channel)}
      />
    </>
  )
}

/** What only an emergency asks for, and what only a report does. */
const OfBasis = ({ data, view }: Props) => {
  const field = kept(view, { familySees: 'family' })
  if (data.basis === 'mandated_report')
    return (
      <Field
        {...field('reportReference')}
        label={say('reference')}
        hint={say('reference_hint')}
        maxlength={120}
        optional
      />
    )
  return (
    <Choices
      {...chosen(field('familySees'))}
      legend={say('family')}
      hint={say('family_hint')}
      options={labelled(familyReaders, reads)}
    />
  )
}

/** What the form says by itself: its ground, and for a report the incident it was made in. */
const hiddenIn = ({ basis, incident }: SeenTelling) =>
  basis === 'mandated_report' && incident !== null ? { basis, reportedInId: incident } : { basis }

const Tell = ({ data, view }: Props) => {
  const calendar = weekdayCalendar(data.timeZone)
  const field = kept(view, { onDay: dayOf(calendar, data.now), atTime: timeOf(calendar, data.now) })
  const { value: _, ...items } = field('items')
  return (
    <Form
      to={`/students/${data.student.id}/exceptions`}
      shell={view.shell}
      layout="box read flow"
      hidden={hiddenIn(data)}
    >
      {data.basis === 'health_safety_emergency' && (
        <Field
          {...field('threat')}
          type="textarea"
          label={say('threat')}
          hint={say('threat_hint')}
          maxlength={2000}
        />
      )}
      <ToWhom data={data} view={view} />
      <Choices
        {...items}
        many
        legend={say('items')}
        hint={say('items_hint')}
        chosen={keptAll(view, 'items')}
        options={labelled(toldItems, item)}
      />
      <div class="pairs auto">
        <Field {...field('onDay')} type="date" width="short" label={say('on_day')} />
        <Field {...field('atTime')} type="time" width="short" label={say('at_time')} />
      </div>
      <OfBasis data={data} view={view} />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const TellingPage = (data: SeenTelling, view: View) => {
  const place = `/students/${data.student.id}/exceptions`
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('title_of', { name: data.student.name })}
        crumb={{ href: `/students/${data.student.id}`, label: say('crumb_student') }}
      >
        <p>
          {say('telling_lead')} {say('telling_keeps')}
        </p>
      </PageHead>
      <Tabs
        label={say('grounds')}
        tabs={bases.map((basis) => ({
          href: `${place}?basis=${basis}${data.incident === null ? '' : `&incident=${data.incident}`}`,
          label: ground(basis),
          current: basis === data.basis,
        }))}
      />
      <section class="flow" aria-labelledby="tell">
        <h2 id="tell">{say('telling')}</h2>
        <p>
          {data.basis === 'mandated_report'
            ? `${say('report_lead')} ${data.incident === null ? '' : say('report_in')}`.trim()
            : `${say('emergency_lead')} ${say('emergency_tell')}`}
        </p>
        <Tell data={data} view={view} />
      </section>
      {data.told.length > 0 && <Before data={data} />}
    </Page>
  )
}

/** What was told about one student without consent, and the form to write it down. */
export const tellingScreen = screen({
  address: '/students/:studentId/exceptions',
  title: say('title'),
  look: lookTelling,
  page: TellingPage,
})
export const tellingResource = resource({
  address: 'POST /students/:studentId/exceptions',
  act: recordException,
  stands: tellingScreen,
  at: (params, { basis, reportedInId }) => ({
    ...params,
    ...(typeof basis === 'string' && { basis }),
    ...(typeof reportedInId === 'string' && { incident: reportedInId }),
  }),
  then: ({ exceptionId }) => `/exceptions/${exceptionId}`,
})
