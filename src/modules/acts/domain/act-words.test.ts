import { expect, test } from 'vitest'
import { budgetTexts } from '#modules/budget/texts.ts'
import { costCategories, costCategoryName } from './act-words.ts'

test.each(['fr', 'en'] as const)('an act names each category of expense as the ledger does on screen (%s)', (language) => {
  const inActs = Object.fromEntries(costCategories.map((category) => [category, costCategoryName(category, language)]))

  expect(inActs).toEqual(budgetTexts[language].categories)
})
