import type { SeenReviewLine } from '../look-line.ts'
import { reviewWords } from '../screen-words.ts'
import { taskLine } from './line-parts.tsx'

const say = reviewWords()

/** What reviews gave people to do about it, as a row of its facts; none where they gave nothing. */
export const givenTo = (data: SeenReviewLine) =>
  data.tasks.length === 0
    ? []
    : [
        {
          key: say('given'),
          value: data.tasks.map((each) => (
            <div>
              <a href={`/review-tasks/${each.id}`}>{taskLine(each, data.today)}</a>
            </div>
          )),
        },
      ]
