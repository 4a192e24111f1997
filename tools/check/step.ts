/** What a step found: how many specs passed and failed when it ran any, and what a person needs to see. */
export type Finding = { ok: boolean; output: string; passed?: number; failed?: number }

export type Step = {
  name: string
  run(): Promise<Finding>
}

/** Steps that may run side by side. A group is only entered when the one before it found nothing. */
export type Group = { name: string; steps: readonly Step[]; atOnce: number }

export type Result = Finding & { name: string; seconds: number }

/** A step that reads and lists what is wrong, one line each. */
export const listing = (name: string, list: () => Promise<string[]> | string[]): Step => ({
  name,
  async run() {
    const lines = await list()
    return { ok: lines.length === 0, output: lines.join('\n') }
  },
})

async function timed({ name, run }: Step): Promise<Result> {
  const from = performance.now()
  const finding = await run().catch((error: Error) => ({ ok: false, output: error.stack ?? error.message }))
  return { ...finding, name, seconds: (performance.now() - from) / 1000 }
}

/** Runs every step of a group, a few at once, and tells of each as it ends. */
export async function runGroup({ steps, atOnce }: Group, tell: (result: Result) => void): Promise<Result[]> {
  const waiting = [...steps]
  const results: Result[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await timed(step)
      tell(result)
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/**
 * Runs the groups in order and stops after the first that found something.
 * @returns how many specs passed, and how many specs and other steps failed: a run that failed never counts
 *   zero
 */
export async function runGroups(groups: readonly Group[], tell: (result: Result) => void) {
  const total = { passed: 0, failed: 0 }
  for (const group of groups) {
    const results = await runGroup(group, tell)
    for (const { ok, passed = 0, failed = 0 } of results) {
      total.passed += passed
      total.failed += ok ? 0 : Math.max(1, failed)
    }
    if (total.failed > 0) return total
  }
  return total
}
