import { Table } from '#design/contract.ts'
import { type figuresShown, figureNames, type ShownFigures } from '../progress.ts'
import { progressWords } from '../progress-words.ts'

const say = progressWords()
type Row = Pick<ShownFigures, 'schoolName' | 'counts'>

/** How all students in service do, in counts that point at nobody. */
export const Together = ({
  figures: { schools, total },
  heading,
}: {
  figures: ReturnType<typeof figuresShown>
  heading: string
}) => {
  const sum = schools.length > 1 ? [{ schoolName: say('all_schools'), counts: total }] : []
  return (
    <section class="after flow" aria-labelledby="together">
      <h2 id="together">{heading}</h2>
      <Table<Row>
        caption={say('together_caption')}
        narrow="pairs"
        rows={[...schools, ...sum]}
        columns={[
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          ...figureNames.map((name) => ({
            head: say(name),
            num: true,
            cell: ({ counts }: Row) => (counts === null ? say('suppressed') : counts[name]),
          })),
        ]}
      />
      {[...schools, ...sum].some(({ counts }) => counts === null) && <p class="quiet">{say('hidden')}</p>}
    </section>
  )
}
