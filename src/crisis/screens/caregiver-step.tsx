import { Button, Choices, Field, inPart, kept } from '#design/contract.ts'
import { caregiverModes, caregiverTopics, type Entry, type EntryKind } from '../entry.ts'
import { pressedOf } from '../pressed.ts'
import { completing, Pressed } from './pressed-part.tsx'
import { type Part, say, Step } from './step-parts.tsx'

type Pressable = Part & { pressed: Entry | undefined }

const Told = ({ data, view, pressed }: Pressable) => {
  const field = kept(inPart(view, 'told'), { mode: pressed?.how, topic: pressed?.what })
  const [{ value: mode, ...ofMode }, { value: topic, ...ofTopic }] = [field('mode'), field('topic')]
  return (
    <Step
      data={data}
      view={view}
      to="caregiver"
      hidden={{ part: 'told', told: 'yes', ...completing(pressed) }}
      layout="flow"
    >
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

const NotTold = ({ data, view, pressed }: Pressable) => {
  const field = kept(inPart(view, 'not-told'), { exception: pressed?.what })
  const { value, ...given } = field('exception')
  const options = data.standard.exceptions.map(({ code, reason }) => ({ value: code, label: reason }))
  return (
    <details class="more" {...((pressed || view.typed['part'] === 'not-told') && { open: true })}>
      <summary>{say('told_not')}</summary>
      <Step
        data={data}
        view={view}
        to="caregiver"
        hidden={{ part: 'not-told', told: 'no', ...completing(pressed) }}
        layout="flow"
      >
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
export const Caregiver = (props: Part) => {
  const pressed = pressedOf(props.data.entries, 'caregiver')
  const of = (kind: EntryKind) => (pressed?.kind === kind ? pressed : undefined)
  return (
    <div class="flow">
      <p class="quiet">{props.data.standard.caregiverRule}</p>
      {pressed && <Pressed data={props.data} pressed={pressed} />}
      <Told {...props} pressed={of('caregiver_told')} />
      <NotTold {...props} pressed={of('caregiver_not_told')} />
    </div>
  )
}
