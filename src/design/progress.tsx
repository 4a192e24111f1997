type ProgressProps = {
  id: string
  label: string
  done: number
  total: number
  /** Counts, time left, and that one may leave: "8,412 of 12,300 students. About 40 s left." */
  says: string
}

/** Long work that goes on without the page. */
export const Progress = ({ id, label, done, total, says }: ProgressProps) => (
  <div class="read flow">
    <p>
      <label for={id}>{label}</label>
      <br />
      <span class="hint" id={`${id}-says`}>
        {says}
      </span>
    </p>
    <progress id={id} value={done} max={Math.max(total, 1)} aria-describedby={`${id}-says`}>
      {`${Math.floor((100 * done) / Math.max(total, 1))}%`}
    </progress>
  </div>
)
