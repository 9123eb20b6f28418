import type { StepRefusal } from '../model/rules/step-share.ts'

/** Words of the two pictures of models: one dot for each, and the steps in their life. */
export const modelsVi = {
  dots: 'Đếm bằng chấm',
  dotsNothing: 'Không có số mô hình nào để vẽ từng chấm. Hãy xem Bảng số.',
  dotsDivided: 'Hình này chỉ vẽ số tuyệt đối, không vẽ số đã chia theo dân số, theo năm hay theo số xã: chọn lại ở Tùy chọn.',
  /** What a dot stands for, by its unit. */
  dotIs: (n: number, unit: string): string => `mỗi chấm là ${n.toLocaleString('vi-VN')} ${unit}`,
  dotUnlike: 'Số mà mỗi chấm đại diện khác nhau giữa các nhóm: xem dòng đầu của từng nhóm.',
  dotApart: 'Mỗi tiêu chí một nhóm riêng, không xếp hạng và không cộng giữa các nhóm.',
  dotRest: 'không nêu phần nào',
  dotPart: 'chấm chưa tròn: phần lẻ của một chấm',
  dotHollow: 'chỉ một phần địa phương, hoặc cộng các phần khi nguồn không nêu tổng',
  dotUnsure: 'số sơ bộ hoặc ước tính',
  dotDoubtful: 'số cần kiểm chứng',
  dotAtLeast: 'từ số này trở lên',
  dotAtMost: 'không quá số này',
  dotAbout: 'số gần đúng: chấm cuối nhạt dần',
  dotMore: (n: number): string => `Còn ${n} nhóm số khác chưa vẽ: chọn một chỉ tiêu, hoặc xem Bảng số.`,
  steps: 'Vòng đời mô hình',
  stepsNothing: 'Không bước nào trong vòng đời mô hình có số. Hãy xem Bảng số.',
  stepsRule:
    'Mỗi bước một tiêu chí riêng: các số không cộng với nhau và không chung thước đo. Thanh dưới mỗi số chỉ là tỷ lệ so với bước nêu bên dưới.',
  stepFlow: 'đếm trong kỳ',
  stepStock: 'đếm tại một thời điểm',
  stepNotAdded: 'có số, không cộng vào đây',
  stepSquares:
    'Mỗi ô vuông là một địa phương, ở mọi bước cùng một thứ tự (theo mã tỉnh). Ô đặc: có trong số của bước; ô nửa: có số không cộng chung, chỉ nêu bằng chữ hoặc một phần; ô rỗng: không có.',
  stepPlaces: (n: number, of: number): string => `${n}/${of} địa phương`,
  stepShare: (share: string, label: string): string => `bằng ${share} số của bước “${label}”`,
  stepPairs: (n: number, now: string, before: string): string =>
    n === 1
      ? `cùng một địa phương, cùng thời điểm: ${now} so với ${before}`
      : `${n} địa phương có cả hai số cùng thời điểm: ${now} so với ${before}`,
  stepRefused: (label: string, reason: string): string => `Không tính tỷ lệ so với bước “${label}”: ${reason}.`,
  stepUnits: (now: string, before: string): string => `bước này đếm ${now}, bước kia đếm ${before}`,
  stepReasons: {
    flow: 'một bên đếm trong kỳ, một bên đếm tại một thời điểm',
    unlike: 'hai số khác tiêu chí',
    no_common: 'không địa phương nào có cả hai số',
    other_time: 'hai số khác thời điểm',
    bounded: 'hai số đều chỉ biết một phía',
    zero_base: 'bước trước bằng 0',
  } satisfies Record<Exclude<StepRefusal, 'unit'>, string>,
  stepNoSum: 'Các số khác thời điểm, phạm vi hoặc cần kiểm chứng nên không cộng.',
  stepBeside: (n: number): string => `${n} số khác thời điểm, phạm vi hoặc cần kiểm chứng, không cộng: xem Bảng số.`,
  stepWithheld: (n: number): string => `${n} địa phương: không áp dụng hoặc không công bố`,
  stepsWithout: (labels: readonly string[]): string =>
    `Không có số: ${labels.map((label) => `${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}`).join('; ')}.`,
  stepsSummary: (label: string, text: string, details: string): string => `${label}: ${text}${details && ` (${details})`}`,
}

export type ModelsWords = typeof modelsVi
