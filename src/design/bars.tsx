import { Table } from './table.tsx'

export type Bar = {
  /** What stands under it and in the table: a month, for example. */
  readonly label: string
  readonly value: number
  /** The same in words, where a number does not say it: "2 of 3". */
  readonly says?: string
}
type BarsProps = {
  readonly id: string
  readonly title: string
  /** What the labels are: "Month". */
  readonly head: string
  /** What is counted. */
  readonly counted: string
  readonly bars: readonly Bar[]
}

const [high, wide, gap] = [64, 26, 10]

/**
 * A small chart, drawn on the server and the same without scripts and styles: each bar carries its words, and
 * a table under it says all of it again.
 */
export const Bars = ({ id, title, head, counted, bars }: BarsProps) => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const across = bars.length * (wide + gap)
  const saysOf = ({ value, says }: Bar) => says ?? String(value)
  return (
    <figure class="bars">
      <figcaption id={id}>{title}</figcaption>
      <svg
        role="img"
        aria-labelledby={id}
        viewBox={`0 0 ${across} ${high + 2}`}
        width={across}
        height={high + 2}
      >
        {bars.map((bar, at) => {
          const tall = Math.round((high * bar.value) / most)
          const x = at * (wide + gap) + gap / 2
          return (
            <rect x={x} y={high - tall} width={wide} height={tall}>
              <title>{`${bar.label}: ${saysOf(bar)}`}</title>
            </rect>
          )
        })}
        <path d={`M0 ${high + 1}H${across}`} />
      </svg>
      <Table<Bar>
        caption={<span class="vh">{title}</span>}
        rows={bars}
        columns={[
          { head, cell: ({ label }) => label },
          { head: counted, num: true, cell: saysOf },
        ]}
      />
    </figure>
  )
}
