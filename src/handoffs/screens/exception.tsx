import { screen, type View } from '#access/screen.ts'
import { ConfirmSheet, Field, kept, Page } from '#design/contract.ts'
import { exceptionPage, type HandoffBrief } from '../handoff-brief.ts'
import { sideWords } from '../side-words.ts'
import { say } from './part.tsx'

const side = sideWords()

function ExceptionPage(data: HandoffBrief, view: View) {
  const field = kept(view)
  const back = `/referrals/${data.referralId}/handoff`
  return (
    <Page shell={view.shell}>
      <ConfirmSheet
        shell={view.shell}
        question={side('exception_title')}
        lead={side('exception_lead')}
        will={[side('exception_will_1'), side('exception_will_2'), side('exception_will_3')]}
        to={`${back}/exception`}
        yes={side('exception_yes')}
        no={{ href: back, label: side('exception_no') }}
        errors={view.problem?.because ?? []}
      >
        <Field
          {...field('reason')}
          type="select"
          label={side('exception_reason')}
          options={[
            { value: '', label: say('choose') },
            ...data.missReasons.map(({ code, label }) => ({ value: code, label })),
          ]}
        />
        <Field {...field('note')} type="textarea" label={side('exception_note')} />
      </ConfirmSheet>
    </Page>
  )
}

/** The documented way out: what stood in the way, said before it is recorded. */
export const exceptionScreen = screen({
  address: '/referrals/:referralId/handoff/exception',
  title: side('exception_title'),
  look: exceptionPage,
  page: ExceptionPage,
})
