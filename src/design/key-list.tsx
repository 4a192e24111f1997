import type { ComponentChildren } from 'preact'

export type KeyItem = { key: ComponentChildren; value: ComponentChildren }

/** Names and what stands behind them, one pair a row. */
export const KeyList = ({ items }: { items: readonly KeyItem[] }) => (
  <dl class="list">
    {items.map(({ key, value }) => (
      <div>
        <dt>{key}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
