import { Button, Choices, Field, Form, kept, keptAll, MarkedList } from '#design/contract.ts'
import { languageName, offeredLanguages, relationshipWords } from '#people/contract.ts'
import { columnOf, conversationModes, points, studentAbsences } from '../handoff.ts'
import { PartnerPicker } from './partner-picker.tsx'
import { at, goIf, inPart, type PartProps, say, word } from './part.tsx'

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
  )
}

/** Languages of this family first, then all that are offered. */
const languageOptions = (data: PartProps['data']) => {
  const own = data.caregivers.map(({ language }) => language).filter((tag) => tag !== 'unknown')
  return [...new Set([...own, 'en', 'es', ...offeredLanguages])].map((value) => ({
    value,
    label: languageName(value),
  }))
}

const WhoForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'conversation')
  const { handoff, caregivers } = data
  const first = caregivers.find(({ id }) => id === handoff.caregiverId) ?? caregivers[0]
  const field = kept(own, {
    mode: handoff.conversationMode,
    caregiverId: handoff.caregiverId ?? first?.id,
    language: handoff.conversationLanguage ?? first?.language,
    interpreter: handoff.interpreter,
    studentTookPart: handoff.studentTookPart === null ? undefined : handoff.studentTookPart ? 'yes' : 'no',
    studentAbsenceReason: handoff.studentAbsenceReason,
  })
  const chosen = (name: string) => ({ chosen: field(name).value ?? '' })
  const absences = studentAbsences.map((code) => ({
    value: code,
    label:
      code === 'student_choice'
        ? say('absence.student_choice', { student: data.student.given })
        : word(`absence.${code}`),
  }))
  return (
    <Form
      to={`/referrals/${data.referral.id}/handoff/conversation`}
      shell={view.shell}
      hidden={{ part: 'conversation' }}
      layout="flow"
    >
      <Choices
        {...field('caregiverId')}
        {...chosen('caregiverId')}
        legend={say('who_legend')}
        options={caregivers.map((each) => ({
          value: each.id,
          label: <bdi>{each.name}</bdi>,
          hint: relationship.has(each.relationship) ? relationship(each.relationship) : each.relationship,
        }))}
      />
      <Choices
        {...field('mode')}
        {...chosen('mode')}
        inline
        legend={say('mode_legend')}
        options={conversationModes.map((mode) => ({ value: mode, label: word(`mode.${mode}`) }))}
      />
      <div class="pairs auto">
        <Field {...field('language')} type="select" label={say('language')} options={languageOptions(data)} />
        <Field {...field('interpreter')} label={say('interpreter')} hint={say('interpreter_hint')} optional />
      </div>
      <Choices
        {...field('studentTookPart')}
        {...chosen('studentTookPart')}
        legend={say('took_part_legend', { student: data.student.given })}
        options={[
          { value: 'yes', label: say('yes') },
          {
            value: 'no',
            label: say('no'),
            reveal: (
              <Choices
                {...field('studentAbsenceReason')}
                {...chosen('studentAbsenceReason')}
                legend={say('absence')}
                options={absences}
              />
            ),
          },
        ]}
      />
      <Button {...goIf(data, 'conversation')}>{say('conversation_save')}</Button>
    </Form>
  )
}

const studentPart = ({ handoff, student }: PartProps['data']): string | null => {
  if (handoff.studentTookPart === null) return null
  if (handoff.studentTookPart) return say('student_in', { student: student.given })
  const code = handoff.studentAbsenceReason ?? 'other'
  const reason =
    code === 'student_choice'
      ? say('absence.student_choice', { student: student.given })
      : word(`absence.${code}`)
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
        <WhoForm data={data} view={view} />
      )}
      <Points data={data} view={view} />
    </div>
  )
}
