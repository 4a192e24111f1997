import { Button, Field } from '#design/contract.ts'
import { fieldsOf, type Part, say, Step } from './step-parts.tsx'

/** What the danger was that others were told of: asked once, when somebody was told without consent. */
export const Danger = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'danger')
  return (
    <Step data={data} view={view} to="danger" hidden={{ part: 'danger' }} layout="flow">
      <Field
        {...field('danger')}
        type="textarea"
        label={say('danger')}
        hint={say('danger_hint')}
        maxlength={2000}
      />
      <p>
        <Button>{say('danger_save')}</Button>
      </p>
    </Step>
  )
}
