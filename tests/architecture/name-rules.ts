import { extraNames, modules, names } from './arrows.ts'
import { isTest } from './sources.ts'

/** Files of modules whose name is not in the closed list, and modules that nobody decided on. */
export function unknownNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const [root, folder, module = '', name = '', ...deeper] = path.split('/')
    if (root !== 'src' || folder !== 'modules') return []
    if (!(modules as readonly string[]).includes(module)) return [`${path}: ${module} is not one of the modules of arrows.ts`]
    const key = deeper.length > 0 ? `${name}/` : name
    const isKnown = key in names || `${module}/${key}` in extraNames || isTest(path)
    return isKnown ? [] : [`${path}: ${key} is not one of the names of a module`]
  })
}

const attics = /(^|[/.-])(utils?|helpers?|misc|common|shared|stuff)(?=[/.-]|$)/

/** Names that say nothing, anywhere: what is put there is never found again. */
export function attic(paths: readonly string[]): string[] {
  return paths.filter((path) => attics.test(path))
}

/** File names are kebab-case, so that two systems never disagree on their capitals. */
export function oddlyWritten(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => /\.(ts|tsx|css)$/.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(path.split('/').at(-1) ?? ''),
  )
}
