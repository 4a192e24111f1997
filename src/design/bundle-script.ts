import { fileURLToPath } from 'node:url'

/**
 * One file of what browsers fetch, from a script and the parts it imports: what it would fetch beside it is
 * not there without a network. Types go, and nothing else is rewritten. Needs the development dependencies.
 * @param name of a file in `scripts`, without its ending
 */
export async function bundleScript(name: string): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./scripts/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`Nothing was made of the script ${name}`)
  return file.text
}
