import type { NewFiles } from './write.ts'

/** The files every module begins with. The others come when they have something to say. */
export const moduleFiles = (name: string, sentence: string): NewFiles => ({
  [`src/${name}/README.md`]: `# ${name}\n\n${sentence}\n`,
  [`src/${name}/words.ts`]: `import { catalog } from '#platform/words.ts'

/** What the trail can say about ${name}. @drawn */
export const traceWords = catalog({
  en: {},
})
`,
})

/**
 * The order of the modules with one more line in it, or as it was when the module stands in it already.
 * @param after the module below which it goes; it may import from that one and from those before it
 * @throws when it has no place yet and none was named
 */
export function withRank(ranks: string, name: string, after: string | undefined): string {
  if (ranks.includes(`\n  '${name}',\n`)) return ranks
  const line = `\n  '${after}',\n`
  if (after === undefined || !ranks.includes(line)) {
    throw new Error(`Say after which module ${name} comes: --after <module>`)
  }
  return ranks.replace(line, `${line}  '${name}',\n`)
}
