import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { budgetTexts } from '#modules/budget/texts.ts'
import { delegationTexts } from '#modules/delegations/texts.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { act } from '#platform/context.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { callerOf } from './act-as.ts'
import { type Run, withHouse } from './command.ts'
import { type MissionReport, importMissions } from './import-missions.ts'
import { type DocumentProblem, readMissionDocument, writePath } from './mission-document.ts'
import { UsageError } from './usage-error.ts'

export const missionImport: Run = async (config, words, usage) => {
  const { file, named } = readWords(words, usage)
  const document = readMissionDocument(readText(file))
  if (!document.ok) return refuse(file, document.problem)
  return withHouse(config, async ({ services }) => {
    const caller = await callerOf(services, named)
    const imported = await act(services, caller, (ctx) => importMissions(ctx, document.value))
    if (!imported.ok) return refuse(file, 'code' in imported.problem ? [{ path: [], code: imported.problem.code }] : imported.problem)
    for (const line of imported.value.map(describe)) console.log(line)
    return 0
  })
}

function readWords(words: readonly string[], usage: string) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { as: { type: 'string' }, for: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...others] = positionals
    if (!file || others.length > 0) throw new UsageError(`Name one file: escale ${usage}`)
    return { file, named: { as: values.as, organisation: values.for } }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function describe({ effect, title, id, members, expenses, total }: MissionReport): string {
  const counts = (what: string, { created, updated, same }: typeof members) =>
    created + updated + same === 0 ? [] : [`${what}: ${created} new, ${updated} changed, ${same} the same`]
  const money = total ? [`total ${formatMoney(total, 'en')}`] : []
  return [`${effect.padEnd(7)} ${title} (${id})`, ...counts('members', members), ...counts('expenses', expenses), ...money].join('; ')
}

function refuse(file: string, problems: readonly DocumentProblem[]): number {
  console.error(`Nothing of ${file} was entered:`)
  for (const problem of problems) console.error(`  ${writePath(problem.path)}: ${sentenceOf(problem)}`)
  return 1
}

const sentences: Readonly<Record<string, unknown>> = {
  ...missionTexts.en.problems,
  ...delegationTexts.en.problems,
  ...budgetTexts.en.problems,
  amount_is_text: 'Write the amount between quotes, with a point: "1177.87"',
  benefits_unknown: 'Write "delegation", "all_partners" or { "partner": "Name" }',
  city_unknown: 'We do not know this city: give its country and its time zone',
  format_unknown: 'Begin with "format": "escale-missions/1"',
  no_mission: 'Write at least one mission',
  property_unknown: 'There is no such property',
  country_unknown: 'Name the country in two letters, for example "PT"',
  text_too_long: 'Too long',
  too_many: 'Too many',
  zone_unknown: 'Name the time zone of this city, for example "Europe/Lisbon"',
}

function sentenceOf({ code, sentence }: DocumentProblem): string {
  const known = sentence ?? sentences[code]
  return typeof known === 'string' ? known : code.replaceAll('_', ' ')
}
