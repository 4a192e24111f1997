import type { HandoffRule } from '../handoff-rules.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'

const say = screenWords()
const said = standardsWords()

const pathWord = (path: string) =>
  path === 'any'
    ? say('any_path')
    : path === 'none'
      ? say('no_path')
      : said(`path_${path as 'a' | 'b' | 'c'}`)
const tierWord = (tier: number | 'any') => (tier === 'any' ? say('any_tier') : say('tier', { tier }))

/** The change a handoff rule is for: "Any path becomes path (b)". */
export const changeWords = ({ when }: Pick<HandoffRule, 'when'>) =>
  when.kind === 'path'
    ? say('path_becomes', { from: pathWord(when.from), to: pathWord(when.to) })
    : say('path_becomes', { from: tierWord(when.from), to: tierWord(when.to) })
