import { type AgreedMeasure, measureWords } from '#supports/contract.ts'
import type { instantsOf } from './instants.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const sayMeasure = measureWords()

/** Where a measure stands, and where it began when it was said anew since [R162]. */
export function measureStands(
  { measure, baseline, firstBaseline, firstAt, agreedAt }: AgreedMeasure,
  at: Pick<ReturnType<typeof instantsOf>, 'day'>,
): string {
  const said = { measure: sayMeasure(measure), now: baseline }
  if (firstAt.getTime() === agreedAt.getTime()) return say('measure_once', said)
  return say('measure_since', { ...said, first: firstBaseline, day: at.day(firstAt) })
}
