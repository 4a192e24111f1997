import { Button, Choices, Field, Form, inPart, kept } from '#design/contract.ts'
import { at, goIf, type PartProps, say, word } from './part.tsx'

/** What a yes needs: focus, owner, the entry criterion met, and when it is looked at again. */
const Plan = ({ data, view }: PartProps) => {
  const field = kept(view)
  const owners = data.supportOwners.map(({ id, name }) => ({ value: id, label: name }))
  const entries = data.supportEntries.map(({ code, text }) => ({ value: code, label: text }))
  return (
    <>
      <Field {...field('focus')} label={say('support_focus')} />
      <div class="pairs auto">
        <Field
          {...field('ownerId')}
          type="select"
          label={say('support_owner')}
          options={[{ value: '', label: say('choose') }, ...owners]}
        />
        <Field
          {...field('entryCriterion')}
          type="select"
          label={say('support_entry')}
          options={[{ value: '', label: say('choose') }, ...entries]}
        />
        <Field {...field('reviewOn')} type="date" width="short" label={say('support_review')} />
      </div>
    </>
  )
}

const OfferForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'support')
  const field = kept(own, { supportAnswer: data.handoff.supportAnswer })
  return (
    <Form
      to={`/referrals/${data.referral.id}/handoff/support-offer`}
      shell={view.shell}
      hidden={{ part: 'support' }}
      layout="box flow"
    >
      <Choices
        {...field('supportAnswer')}
        chosen={field('supportAnswer').value ?? ''}
        legend={say('support_legend')}
        options={[
          { value: 'accepted', label: say('support.accepted'), reveal: <Plan data={data} view={own} /> },
          { value: 'later', label: say('support.later') },
          { value: 'declined', label: say('support.declined') },
        ]}
      />
      <Button {...goIf(data, 'support')}>{say('support_save')}</Button>
    </Form>
  )
}

/** After a no: nothing leaves, and support at school is offered [R150]. */
export const Declined = ({ data, view }: PartProps) => {
  const { handoff } = data
  return (
    <div class="flow">
      <p>{say('family_said_no', { student: data.student.given })}</p>
      {handoff.supportOfferedAt !== null && (
        <p>
          {say('support_said', {
            at: at(data, handoff.supportOfferedAt),
            answer: word(`support.${handoff.supportAnswer}`),
          })}
        </p>
      )}
      {data.mayWork && handoff.supportAnswer !== 'accepted' && <OfferForm data={data} view={view} />}
    </div>
  )
}
