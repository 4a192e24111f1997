import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { root as ours } from '../source.ts'
import { groundFloor, ranks } from './ranks.ts'

const folder = (names: readonly string[]) => `^src/(?:${names.join('|')})/`

/** Down only: nothing of a module may import from a higher one. */
const downOnly = ranks.slice(0, -1).map(
  (module, rank): IForbiddenRuleType => ({
    name: `${module} imports upward`,
    severity: 'error',
    from: { path: folder([module]) },
    to: { path: folder(ranks.slice(rank + 1)) },
  }),
)

const domain = ranks.filter((module) => !groundFloor.includes(module))

/**
 * Through the door: of another module only `contract.ts`. A spec may arrange a world with any file below it.
 */
const throughTheDoor = domain.map(
  (module): IForbiddenRuleType => ({
    name: `${module} goes around the door`,
    severity: 'error',
    from: { path: folder([module]), pathNot: '\\.spec\\.tsx?$' },
    to: { path: folder(domain.filter((other) => other !== module)), pathNot: '/contract\\.ts$' },
  }),
)

const shape: IForbiddenRuleType[] = [
  { name: 'a circle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'a module imports what puts the house together',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: ['\\.spec\\.tsx?$', '^src/commands/'] },
    to: { path: '^src/[^/]+\\.tsx?$' },
  },
  {
    name: 'the product imports from specs or tools',
    severity: 'error',
    from: { path: '^src/', pathNot: '\\.spec\\.tsx?$' },
    to: { path: '^(?:tests/(?!riverside/)|tools|bench)' },
  },
  {
    name: 'a module knows the demo district',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: ['\\.spec\\.tsx?$', '^src/commands/'] },
    to: { path: '^tests/riverside/' },
  },
  {
    name: 'a module without a place in the order',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: folder([...ranks, 'commands']) },
    to: {},
  },
]

export const rules: readonly IForbiddenRuleType[] = [...downOnly, ...throughTheDoor, ...shape]

const everything = ['src', 'tests', 'tools', 'bench']

export type Layering = { modules: number; dependencies: number; breaches: string[] }

/**
 * Reads every import of the repository, types included, and lists those that break the order of the modules.
 * @param from the folder that holds src, tests and tools
 */
export async function readLayers(from: string = ours, folders: string[] = everything): Promise<Layering> {
  const { output } = await cruise(folders, {
    baseDir: from,
    validate: true,
    ruleSet: { forbidden: [...rules] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'node', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  })
  const { summary } = output as ICruiseResult
  const breaches = summary.violations.map(({ rule, from: file, to }) => `${rule.name}: ${file} -> ${to}`)
  return { modules: summary.totalCruised, dependencies: summary.totalDependenciesCruised ?? 0, breaches }
}

/** The breaches, one line each. A checker that read nothing has found nothing, and that is a failure. */
export const faultsOf = ({ modules, dependencies, breaches }: Layering): string[] =>
  modules === 0 || dependencies === 0 ? ['No module was read: the checker is blind'] : breaches

export const checkLayers = async (): Promise<string[]> => faultsOf(await readLayers())
