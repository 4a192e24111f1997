import type { View } from '#access/screen.ts'
import { asked, calendarDayWords, type Reading } from '#consent/contract.ts'
import { type ClassTime, ClassTimesNote, excuses, excuseWords } from '#classroom/contract.ts'
import { Button, Choices, Field, Form, kept, keptAll } from '#design/contract.ts'
import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import {
  type VisitKind,
  type VisitModality,
  visitKinds,
  visitModalities,
  type VisitOffer,
} from '#referrals/contract.ts'
import { flexibilities } from '../appointment.ts'
import { optionsOf, orChoose, say } from './part.tsx'

type VisitFormProps = {
  view: View
  to: string
  part: string
  save: string
  reading: Reading
  sameWeekDueAt: Date
  /** When the student has to be in class, and when pulling out suits. */
  classTimes: readonly ClassTime[]
  barriers: readonly { code: string; label: string }[]
  /** What is known already: the agency's address, or the visit that is moved. */
  held: {
    kind?: VisitKind
    place?: string
    modality?: VisitModality
    withWhom?: string | null
    minutes?: number
  }
  offer?: VisitOffer | undefined
  /** Asked of a visit that was missed or is moved: what stood in its way. */
  asksWhy?: boolean
  go?: boolean
}

const excuse = excuseWords()

const heldFrom = ({ held, offer, reading }: VisitFormProps) => {
  const calendar = weekdayCalendar(reading.timeZone)
  const from = offer ?? held
  return {
    kind: from.kind ?? 'assessment',
    minutes: String(from.minutes ?? 60),
    place: from.place,
    modality: from.modality ?? 'in_person',
    withWhom: from.withWhom,
    on: offer && dayOf(calendar, offer.startsAt),
    at: offer && timeOf(calendar, offer.startsAt),
  }
}

type Fields = { field: ReturnType<typeof kept> }

const When = ({ field }: Fields) => (
  <div class="pairs auto">
    <Field {...field('on')} type="date" width="short" label={say('day')} />
    <Field {...field('at')} type="time" width="short" label={say('time')} />
    <Field {...field('minutes')} type="number" inputmode="numeric" width="short" label={say('minutes')} />
  </div>
)

const Where = ({ field, view }: Fields & { view: View }) => (
  <>
    <Field {...field('place')} label={say('where')} />
    <div class="pairs auto">
      <Field
        {...field('modality')}
        type="select"
        label={say('modality')}
        options={optionsOf(visitModalities, 'modality')}
      />
      <Field {...field('withWhom')} label={say('with_whom')} optional />
    </div>
    <Choices
      name="privateSpace"
      many
      legend={<span class="vh">{say('private_space')}</span>}
      options={[{ value: 'yes', label: say('private_space') }]}
      chosen={keptAll(view, 'privateSpace')}
    />
  </>
)

/** What makes the visit easier to keep, and why it lies after the same week. */
const Around = ({ field, props }: Fields & { props: VisitFormProps }) => {
  const { view, reading, sameWeekDueAt, barriers } = props
  const dueDay = calendarDayWords(dayOf(weekdayCalendar(reading.timeZone), sameWeekDueAt), reading)
  return (
    <>
      <Choices
        name="flexible"
        many
        inline
        legend={say('flexible_legend')}
        options={optionsOf(flexibilities, 'flexible')}
        chosen={keptAll(view, 'flexible')}
      />
      <Field
        {...field('lateReason')}
        type="select"
        label={say('late_reason', { day: dueDay })}
        hint={say('late_reason_hint')}
        optional
        options={orChoose(barriers)}
      />
    </>
  )
}

/** When the student has to be in class, and why a visit lies there all the same [R168]. */
const InClass = ({ field, times }: Fields & { times: readonly ClassTime[] }) =>
  times.length === 0 ? null : (
    <>
      <ClassTimesNote times={times} />
      <Field
        {...field('classReason')}
        type="select"
        label={say('class_reason')}
        hint={say('class_reason_hint')}
        optional
        options={orChoose(excuses.map((code) => ({ code, label: excuse(code) })))}
      />
    </>
  )

/** When, where, with whom. A day after the same week asks why, and is refused without it. */
export function VisitForm(props: VisitFormProps) {
  const { view, to, part, save, offer, go } = props
  const field = kept(view, heldFrom(props))
  const hidden = { part, ...(offer !== undefined && { offerId: offer.id }) }
  return (
    <Form to={to} shell={view.shell} hidden={hidden} layout="flow">
      <Choices
        {...asked(field('kind'))}
        inline
        legend={say('visit_kind')}
        options={optionsOf(visitKinds, 'kind')}
      />
      <When field={field} />
      <InClass field={field} times={props.classTimes} />
      <Where field={field} view={view} />
      <Around field={field} props={props} />
      {props.asksWhy && (
        <Choices
          name="conflicts"
          many
          inline
          legend={say('why_legend')}
          hint={say('why_hint')}
          options={props.barriers.map(({ code, label }) => ({ value: code, label }))}
          chosen={keptAll(view, 'conflicts')}
        />
      )}
      <Button {...(go && { kind: 'go' as const })}>{save}</Button>
    </Form>
  )
}
