import type { Instrument } from '../instrument'

/** What the questionnaires of Spitzer, Williams and Kroenke share: licence, recall, and four options with their LOINC answers. */
export const phqFamily = {
  licence: {
    status: 'free',
    words:
      '复制、翻译、展示和分发不需要许可（phqscreeners.com：“No permission is required to reproduce, translate, display or distribute.”）',
    owner: 'Developed by Spitzer, Williams, Kroenke et al. with an educational grant from Pfizer Inc.',
    attribution:
      '由 Robert L. Spitzer、Janet B.W. Williams、Kurt Kroenke 等编制，Pfizer Inc. 教育基金资助；复制、翻译、展示或分发无需许可。',
  },
  recall: '过去两周',
  instruction: '在过去的两周里，您有多少时候受到以下问题的困扰？',
  minimumAge: 18,
  againAfterDays: 14,
  optionSets: {
    all: [
      { label: '完全不会', score: 0, loinc: 'LA6568-5' },
      { label: '好几天', score: 1, loinc: 'LA6569-3' },
      { label: '一半以上的天数', score: 2, loinc: 'LA6570-1' },
      { label: '几乎每天', score: 3, loinc: 'LA6571-9' },
    ],
  },
} as const satisfies Partial<Instrument>
