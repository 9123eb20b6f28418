/** Ways in which `config.json` can be wrong; the last three are about one setting. */
export type ConfigProblem =
  | 'config-unreachable'
  | 'config-not-json'
  | 'config-not-object'
  | 'config-unknown-key'
  | 'config-bad-value'
  | 'config-one-language'

/** Problems as `readConfig` gives them (`config-bad-value:logo`) in the words of one language. */
export function configProblemsIn(
  problems: readonly string[],
  words: Readonly<Record<ConfigProblem, (key: string) => string>>,
): string {
  const say = (problem: string) => {
    const [code = '', ...key] = problem.split(':')
    return words[code as ConfigProblem](key.join(':'))
  }
  return problems.map(say).join('; ')
}
