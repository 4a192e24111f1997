import { screen, type View } from '#access/screen.ts'
import { Page, PageHead } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { fitWords } from '../fit-words.ts'
import { lookTriageFit, type SeenTriageFit } from '../look-triage-fit.ts'

const say = fitWords()
type Side = 'over' | 'under'

function lineOf(seen: SeenTriageFit, side: Side): string {
  const line = seen[side]
  if (line === null) return say('held_back', { fewest })
  const { share, all, count } = line
  if (share === null) return side === 'over' ? say('over_none', { days: seen.days }) : say('under_none')
  return side === 'over'
    ? say('over_of', { count, all, share, days: seen.days })
    : say('under_of', { count, all, share })
}

const Line = ({ seen, side }: { seen: SeenTriageFit; side: Side }) => (
  <section class="after flow" aria-labelledby={`${side}-h`}>
    <h2 id={`${side}-h`}>{say(side)}</h2>
    <p>{lineOf(seen, side)}</p>
    {seen.readsCases && (
      <p>
        <a href={`/triage-report/cases#${side}`}>
          {say('cases')} <span class="vh">{say(side)}</span>
        </a>
      </p>
    )}
  </section>
)

const TriageFitPage = (seen: SeenTriageFit, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
    </PageHead>
    <Line seen={seen} side="over" />
    <Line seen={seen} side="under" />
  </Page>
)

/** How the paths that were taken fit the checklist. */
export const triageFitScreen = screen({
  address: '/triage-report',
  title: say('title'),
  look: lookTriageFit,
  page: TriageFitPage,
  nav: { section: 'figures', label: say('title'), order: 33 },
})
