import { expect, test } from 'vitest'
import { compactJson, expectGolden } from '../support/golden.ts'
import { taskAnswers } from '../support/task-answers.ts'

test('the answers that a person has to find in the browser are those of the rows', async () => {
  const answers = await taskAnswers()
  expect(answers.money).toHaveLength(3)
  expect(answers.owed.length).toBeGreaterThan(3)
  expectGolden('task-answers.json', compactJson(answers))
}, 60_000)
