import { screen, type View } from '#access/screen.ts'
import { ConfirmSheet, Field, kept, Page } from '#design/contract.ts'
import { exceptionPage, type HandoffBrief } from '../handoff-brief.ts'
import { say } from './part.tsx'

function ExceptionPage(data: HandoffBrief, view: View) {
  const field = kept(view)
  const back = `/referrals/${data.referralId}/handoff`
  return (
    <Page shell={view.shell}>
      <ConfirmSheet
        shell={view.shell}
        question={say('exception_title')}
        lead={say('exception_lead')}
        will={[say('exception_will_1'), say('exception_will_2'), say('exception_will_3')]}
        to={`${back}/exception`}
        yes={say('exception_yes')}
        no={{ href: back, label: say('exception_no') }}
        errors={view.problem?.because ?? []}
      >
        <Field
          {...field('reason')}
          type="select"
          label={say('exception_reason')}
          options={[
            { value: '', label: say('choose') },
            ...data.missReasons.map(({ code, label }) => ({ value: code, label })),
          ]}
        />
        <Field {...field('note')} type="textarea" label={say('exception_note')} />
      </ConfirmSheet>
    </Page>
  )
}

/** The documented way out: what stood in the way, said before it is recorded. */
export const exceptionScreen = screen({
  address: '/referrals/:referralId/handoff/exception',
  title: say('exception_title'),
  look: exceptionPage,
  page: ExceptionPage,
})
