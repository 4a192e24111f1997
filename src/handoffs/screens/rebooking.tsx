import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { ErrorSummary, Page, PageHead } from '#design/contract.ts'
import { rebookingPage, type RebookingData } from '../rebooking-page.ts'
import { sideWords } from '../side-words.ts'
import { say } from './part.tsx'
import { VisitForm } from './visit-form.tsx'

const side = sideWords()

const RebookingPage = (data: RebookingData, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={side('rebook_title')}
      crumb={{ href: `/referrals/${data.visit.referralId}/handoff#visit`, label: side('back_to_handoff') }}
    >
      <p>
        {side('rebook_lead', {
          kind: say(`kind.${data.visit.kind}`),
          at: momentWords(data.visit.startsAt, data),
        })}
      </p>
    </PageHead>
    <ErrorSummary errors={view.problem?.because ?? []} />
    <VisitForm
      view={view}
      to={`/appointments/${data.visit.id}/rebooking`}
      part="rebooking"
      save={side('rebook_save')}
      reading={data}
      sameWeekDueAt={data.sameWeekDueAt}
      classTimes={data.classTimes}
      barriers={data.barriers}
      held={data.visit}
      asksWhy
      go
    />
  </Page>
)

/** A visit is moved to another time; the first stays on record. */
export const rebookingScreen = screen({
  address: '/appointments/:appointmentId/rebooking',
  title: side('rebook_title'),
  look: rebookingPage,
  page: RebookingPage,
})
