import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { correctable } from '../correction-rules.ts'
import { correctionsPage, type HandoffBrief } from '../handoff-brief.ts'
import { sideWords } from '../side-words.ts'
import { say, word } from './part.tsx'

const side = sideWords()

const Corrected = ({ data }: { data: HandoffBrief }) => {
  if (data.corrections.length === 0) return null
  const at = (moment: Date | string) => momentWords(new Date(moment), data)
  return (
    <section aria-labelledby="corrected">
      <h2 id="corrected">{say('corrections')}</h2>
      <ul>
        {data.corrections.map(({ field, was, became, correctedByName, correctedAt, reason }) => (
          <li>
            {say('correction_line', {
              field: word(`field.${field}`),
              was: at(was),
              became: at(became),
              name: correctedByName,
              at: at(correctedAt),
              reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CorrectionsPage(data: HandoffBrief, view: View) {
  const field = kept(view)
  const back = `/referrals/${data.referralId}/handoff`
  const known = correctable.flatMap((name) => {
    const moment = data.handoff[name]
    return moment === null
      ? []
      : [
          {
            value: name,
            label: side('field_now', { field: say(`field.${name}`), at: momentWords(moment, data) }),
          },
        ]
  })
  return (
    <Page shell={view.shell}>
      <PageHead title={side('correct_title')} crumb={{ href: back, label: side('back_to_handoff') }}>
        <p>{side('correct_lead')}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <Form to={`${back}/corrections`} shell={view.shell} layout="flow read">
        <Field
          {...field('field')}
          type="select"
          label={side('correct_field')}
          options={[{ value: '', label: say('choose') }, ...known]}
        />
        <div class="pairs auto">
          <Field {...field('on')} type="date" width="short" label={side('correct_on')} />
          <Field {...field('at')} type="time" width="short" label={side('correct_at')} />
        </div>
        <Field {...field('reason')} label={side('correct_reason')} />
        <Button kind="go">{side('correct_save')}</Button>
      </Form>
      <Corrected data={data} />
    </Page>
  )
}

/** Times are put right here, and both values stay. */
export const correctionsScreen = screen({
  address: '/referrals/:referralId/handoff/corrections',
  title: side('correct_title'),
  look: correctionsPage,
  page: CorrectionsPage,
})
