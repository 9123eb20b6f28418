/**
 * Numbers of a Vietnamese sentence as offices write them: those below ten with two digits (`05 địa phương`, `06 tháng`), so many of
 * so many as a fraction (`02/05 địa phương`). Dates, decimals, shares, numbers of months and 0 stay as they are.
 */
export function officeNumbers(text: string): string {
  const fractions = text.replace(
    SPELLED,
    (_, word: string, of: string) => `${NUMBERS.indexOf(word.toLowerCase()) + 1}/${of} địa phương`,
  )
  return fractions
    .replace(/(?<![\d.,/])(\d{1,2})\/(\d{1,2}) địa phương/g, (_, n: string, of: string) => `${pad(n)}/${pad(of)} địa phương`)
    .replace(/(?<![\d.,/+−-])(?<!(?:th\.|tháng báo cáo|tháng) )([1-9])(?![\d.,]?\d|\/\d|%)/g, '0$1')
}

const NUMBERS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const SPELLED = new RegExp(`(?<!\\p{L})(${NUMBERS.join('|')}) trong (\\d+) địa phương`, 'giu')

function pad(digits: string): string {
  return digits.padStart(2, '0')
}
