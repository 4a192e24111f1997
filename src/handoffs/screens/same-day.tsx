import { screen, type View } from '#access/screen.ts'
import { type Column, Empty, NamePages, Page, PageHead, Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { mayTrack, trackerWords } from '#referrals/contract.ts'
import { lookSameDay, type SeenSameDay } from '../look-same-day.ts'
import type { CountName, SameDayCounts } from '../same-day-figures.ts'
import { sameDayWords } from '../same-day-words.ts'

const say = sameDayWords()
const tracker = trackerWords()
type Row = { name: string; counts: SameDayCounts | null }

const count = (name: CountName, head: string): Column<Row> => ({
  head,
  cell: ({ counts }) => (counts === null ? say('hidden', { fewest }) : String(counts[name])),
  num: true,
})
const school: Column<Row> = { head: say('school'), cell: ({ name }) => name }

const Schools = ({ rows }: { rows: readonly Row[] }) => (
  <>
    <Table
      caption={say('done')}
      rows={rows}
      narrow="pairs"
      columns={[
        school,
        count('kept', say('kept')),
        count('missed', say('missed')),
        count('open', say('open')),
        count('excepted', say('excepted')),
        count('ended', say('ended')),
      ]}
    />
    <div class="after">
      <Table
        caption={say('first')}
        rows={rows}
        narrow="pairs"
        columns={[
          school,
          count('triedInTime', say('first_kept')),
          count('triedLate', say('first_missed')),
          count('sentPresent', say('present')),
          count('sentAbsent', say('absent')),
        ]}
      />
    </div>
  </>
)

const Reasons = ({ reasons }: Pick<SeenSameDay, 'reasons'>) => (
  <section class="after flow" aria-labelledby="why-h">
    <h2 id="why-h">{say('why')}</h2>
    {reasons === undefined ? (
      <p>{say('few_reasons', { fewest })}</p>
    ) : reasons.length === 0 ? (
      <p>{say('none_missed')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('why')}</span>}
        rows={reasons}
        columns={[
          { head: say('reason'), cell: ({ reason }) => reason ?? say('no_reason') },
          { head: say('count'), cell: (row) => String(row.count), num: true },
        ]}
      />
    )}
  </section>
)

const SameDayPage = ({ days, part, total, reasons, mayTrack: tracks }: SeenSameDay, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('title')}
      {...(tracks && { crumb: { href: '/referrals', label: tracker('title') } })}
    >
      <p>
        {say('lead', { days })} {say('lead_more')}
      </p>
      {!tracks && <p>{say('few', { fewest })}</p>}
    </PageHead>
    {part.of === 0 && <Empty fact={say('none')} />}
    <NamePages shell={view.shell} to="/same-day" label={say('school')} part={part}>
      <Schools rows={part.of > 1 ? [...part.page, { name: say('all'), counts: total }] : part.page} />
    </NamePages>
    {part.of > 0 && <Reasons reasons={reasons} />}
  </Page>
)

/** How the same-day standard was kept. */
export const sameDayScreen = screen({
  address: '/same-day',
  title: say('title'),
  look: lookSameDay,
  typed: ['named'],
  page: SameDayPage,
  // Whoever follows referrals is led here from the list of them.
  nav: {
    section: 'figures',
    label: say('title'),
    order: 29,
    stands: async ({ actor }) => !mayTrack(actor.role),
  },
})
