import { asked, languageOptions } from '#consent/contract.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll, MarkedList } from '#design/contract.ts'
import { relationshipWords } from '#people/contract.ts'
import { columnOf, conversationModes, points, studentAbsences } from '../handoff.ts'
import { PartnerPicker } from './partner-picker.tsx'
import { at, goIf, Next, optionsOf, type PartProps, say, word } from './part.tsx'

const relationship = relationshipWords()

const Told = ({ data }: PartProps) => (
  <MarkedList
    as="run"
    items={points.map((point) => ({
      s: data.handoff[columnOf(point)] === null ? ('due' as const) : ('done' as const),
      text: word(`point.${point}`),
    }))}
  />
)

/** The four points, each ticked when it was told. */
const Points = ({ data, view }: PartProps) => {
  const own = inPart(view, 'points')
  const open = points.filter((point) => data.handoff[columnOf(point)] === null)
  if (open.length === 0 || !data.mayWork) return <Told data={data} view={view} />
  return (
    <Next data={data} doing="points">
      <Form
        to={`/referrals/${data.referral.id}/handoff/points`}
        shell={view.shell}
        hidden={{ part: 'points' }}
        layout="flow"
      >
        {open.length < points.length && <Told data={data} view={view} />}
        <Choices
          name="points"
          many
          legend={say('points_legend')}
          options={open.map((point) => ({ value: point, label: word(`point.${point}`) }))}
          chosen={keptAll(own, 'points')}
        />
        <Button {...goIf(data, 'points')}>{say('points_save')}</Button>
      </Form>
    </Next>
  )
}

type Known = { data: PartProps['data']; field: ReturnType<typeof kept> }

/** Whom, how, and in which language. */
const Whom = ({ data, field }: Known) => {
  const languages = languageOptions(data.caregivers.map(({ language }) => language))
  return (
    <>
      <Choices
        {...asked(field('caregiverId'))}
        legend={say('who_legend')}
        options={data.caregivers.map((each) => ({
          value: each.id,
          label: <bdi>{each.name}</bdi>,
          hint: relationship.has(each.relationship) ? relationship(each.relationship) : each.relationship,
        }))}
      />
      <Choices
        {...asked(field('mode'))}
        inline
        legend={say('mode_legend')}
        options={optionsOf(conversationModes, 'mode')}
      />
      <div class="pairs auto">
        <Field {...field('language')} type="select" label={say('language')} options={languages} />
        <Field {...field('interpreter')} label={say('interpreter')} hint={say('interpreter_hint')} optional />
      </div>
    </>
  )
}

const absenceWord = (code: string, student: string) =>
  code === 'student_choice' ? say('absence.student_choice', { student }) : word(`absence.${code}`)

/** Whether the student takes part, or why not [R045]. */
const StudentPart = ({ data, field }: Known) => {
  const student = data.student.given
  const absences = studentAbsences.map((value) => ({ value, label: absenceWord(value, student) }))
  const why = <Choices {...asked(field('studentAbsenceReason'))} legend={say('absence')} options={absences} />
  return (
    <Choices
      {...asked(field('studentTookPart'))}
      legend={say('took_part_legend', { student })}
      options={[
        { value: 'yes', label: say('yes') },
        { value: 'no', label: say('no'), reveal: why },
      ]}
    />
  )
}

const heldFrom = ({ handoff, caregivers }: PartProps['data']) => {
  const first = caregivers.find(({ id }) => id === handoff.caregiverId) ?? caregivers[0]
  const { studentTookPart: took } = handoff
  return {
    // A handoff is made by phone unless somebody says otherwise.
    mode: handoff.conversationMode ?? 'phone',
    caregiverId: handoff.caregiverId ?? first?.id,
    language: handoff.conversationLanguage ?? first?.language,
    interpreter: handoff.interpreter,
    studentTookPart: took === null ? undefined : took ? 'yes' : 'no',
    studentAbsenceReason: handoff.studentAbsenceReason,
  }
}

const WhoForm = ({ data, view }: PartProps) => {
  const known = { data, field: kept(inPart(view, 'conversation'), heldFrom(data)) }
  const to = `/referrals/${data.referral.id}/handoff/conversation`
  return (
    <Form to={to} shell={view.shell} hidden={{ part: 'conversation' }} layout="flow">
      <Whom {...known} />
      <StudentPart {...known} />
      <Button {...goIf(data, 'conversation')}>{say('conversation_save')}</Button>
    </Form>
  )
}

const studentPart = ({ handoff, student }: PartProps['data']): string | null => {
  if (handoff.studentTookPart === null) return null
  if (handoff.studentTookPart) return say('student_in', { student: student.given })
  const code = handoff.studentAbsenceReason ?? 'other'
  const reason = absenceWord(code, student.given)
  return say('student_out', { student: student.given, reason: reason.toLowerCase() })
}

/** What the summary line of part 1 says. */
export const conversationNote = (data: PartProps['data']): string =>
  [
    data.handoff.conversationAt === null
      ? null
      : say('done_at', { at: at(data, data.handoff.conversationAt) }),
    studentPart(data),
  ]
    .filter((part) => part !== null)
    .join(' ')

/** Part 1: which agency, who talks, and the four points. */
export const Conversation = ({ data, view }: PartProps) => {
  const known = data.handoff.conversationMode !== null
  const back = view.typed['part'] === 'conversation'
  return (
    <div class="flow">
      <PartnerPicker data={data} view={view} />
      {!data.mayWork ? null : known && !back ? (
        <details class="more">
          <summary>{say('change_who')}</summary>
          <WhoForm data={data} view={view} />
        </details>
      ) : (
        <Next data={data} doing="conversation">
          <WhoForm data={data} view={view} />
        </Next>
      )}
      <Points data={data} view={view} />
    </div>
  )
}
