import type { kept } from '#design/contract.ts'

type TickProps = { given: ReturnType<ReturnType<typeof kept>>; label: string }

/** One box that is ticked or not, with its words beside it. */
export const Tick = ({ given, label }: TickProps) => (
  <label class="pick">
    <input type="checkbox" name={given.name} value="yes" checked={given.value === 'yes'} />
    <span>{label}</span>
  </label>
)
