import { screen, type View } from '#access/screen.ts'
import { Empty, NamePages, Page, PageHead, Table } from '#design/contract.ts'
import { lookSameWeek } from '../look-same-week.ts'
import { mayTrack } from '../policy.ts'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()

type Data = Awaited<ReturnType<typeof lookSameWeek.see>>

const SameWeekPage = ({ days, part, mayTrack: tracks, schools }: Data, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('same_week')}
      {...(tracks && { crumb: { href: '/referrals', label: say('title') } })}
    >
      <p>{say('same_week_lead', { days })}</p>
    </PageHead>
    {part.of === 0 && <Empty fact={say('same_week_none')} />}
    <NamePages shell={view.shell} to="/same-week" label={say('school')} part={part}>
      <Table
        caption={say('same_week_caption')}
        rows={schools}
        columns={[
          { head: say('school'), cell: ({ name }) => name },
          { head: say('same_week_kept'), cell: ({ kept }) => String(kept) },
          { head: say('same_week_missed'), cell: ({ missed }) => String(missed) },
          { head: say('same_week_open'), cell: ({ open }) => String(open) },
        ]}
      />
    </NamePages>
  </Page>
)

/** How the same-week standard was kept. */
export const sameWeekScreen = screen({
  address: '/same-week',
  title: say('same_week'),
  look: lookSameWeek,
  typed: ['named'],
  page: SameWeekPage,
  // Whoever follows referrals is led here from the list of them.
  nav: {
    section: 'figures',
    label: say('same_week'),
    order: 30,
    stands: async ({ actor }) => !mayTrack(actor.role),
  },
})
